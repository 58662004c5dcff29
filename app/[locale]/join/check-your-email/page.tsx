import { ApplicationSent } from '@/components/coalition/application-sent'
import { translator } from '@/messages/translator'
import { publicPage, unlisted } from '../../public-page'

const page = publicPage({
  path: '/join/check-your-email',
  head: ({ locale }) => unlisted(translator(locale, 'join.checkEmail')('title')),
  body: ({ locale }) => <ApplicationSent locale={locale} />,
})

export const { generateMetadata } = page
export default page.Page
