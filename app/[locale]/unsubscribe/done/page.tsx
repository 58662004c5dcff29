import { UpdatesStopped } from '@/components/signatures/unsubscribe/updates-stopped'
import { translator } from '@/messages/translator'
import { neutral, publicPage } from '../../public-page'

const page = publicPage({
  path: '/unsubscribe/done',
  head: ({ locale }) => neutral(translator(locale, 'unsubscribe.done')('title')),
  body: ({ locale }) => <UpdatesStopped locale={locale} />,
})

export const { generateMetadata } = page
export default page.Page
