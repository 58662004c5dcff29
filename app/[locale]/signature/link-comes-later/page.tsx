import { MailComesLater } from '@/components/signatures/mail-comes-later'
import { translator } from '@/messages/translator'
import { neutral, publicPage } from '../../public-page'

const page = publicPage({
  path: '/signature',
  head: ({ locale }) => neutral(translator(locale, 'busy.received')('title')),
  body: ({ locale }) => <MailComesLater locale={locale} what="link" />,
})

export const { generateMetadata } = page
export default page.Page
