import { MailComesLater } from '@/components/signatures/mail-comes-later'
import { translator } from '@/messages/translator'
import { publicPage, unlisted } from '../../public-page'

const page = publicPage({
  path: '/join/mail-comes-later',
  head: ({ locale }) => unlisted(translator(locale, 'busy.received')('title')),
  body: ({ locale }) => <MailComesLater locale={locale} what="application" />,
})

export const { generateMetadata } = page
export default page.Page
