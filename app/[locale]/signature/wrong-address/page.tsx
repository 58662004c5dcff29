import { RequestLink } from '@/components/self-service/request-link'
import { translator } from '@/messages/translator'
import { neutral, publicPage } from '../../public-page'

const page = publicPage({
  path: '/signature',
  head: ({ locale }) => neutral(translator(locale, 'own.request')('title')),
  body: ({ locale }) => <RequestLink locale={locale} wrong />,
})

export const { generateMetadata } = page
export default page.Page
