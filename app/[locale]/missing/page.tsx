import { Missing } from '@/components/site/missing'
import { translator } from '@/messages/translator'
import { publicPage, unlisted } from '../public-page'

/** The server sends this page, with status 404, for every unknown public URL. */
const page = publicPage({
  path: '',
  head: ({ locale }) => unlisted(translator(locale, 'missing')('title')),
  body: ({ locale }) => <Missing locale={locale} />,
})

export const { generateMetadata } = page
export default page.Page
