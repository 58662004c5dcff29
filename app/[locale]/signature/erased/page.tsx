import { PlainOwn } from '@/components/self-service/plain-own'
import { translator } from '@/messages/translator'
import { neutral, publicPage } from '../../public-page'

const page = publicPage({
  path: '/signature',
  head: ({ locale }) => neutral(translator(locale, 'own.erased')('title')),
  body: ({ locale }) => <PlainOwn locale={locale} says="erased" />,
})

export const { generateMetadata } = page
export default page.Page
