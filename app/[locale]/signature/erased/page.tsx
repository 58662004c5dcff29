import { SelfServiceMessage } from '@/components/self-service/self-service-message'
import { translator } from '@/messages/translator'
import { neutral, publicPage } from '../../public-page'

const page = publicPage({
  path: '/signature',
  head: ({ locale }) => neutral(translator(locale, 'own.erased')('title')),
  body: ({ locale }) => <SelfServiceMessage locale={locale} says="erased" />,
})

export const { generateMetadata } = page
export default page.Page
