import { PlainOwn } from '@/components/self-service/plain-own'
import { translator } from '@/messages/translator'
import { neutral, publicPage } from '../../public-page'

const page = publicPage({
  path: '/signature',
  head: ({ locale }) => neutral(translator(locale, 'own.sent')('title')),
  body: ({ locale }) => <PlainOwn locale={locale} says="sent" />,
})

export const { generateMetadata } = page
export default page.Page
