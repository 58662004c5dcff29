import { JoinPage } from '@/components/coalition/join-page'
import { pageMetadata } from '@/components/site/page-metadata'
import { translator } from '@/messages/translator'
import { publicPage } from '../public-page'

const page = publicPage({
  path: '/join',
  head: ({ locale, path }) => {
    const t = translator(locale, 'join')
    return pageMetadata({ locale, path, title: t('title'), description: t('lead') })
  },
  body: ({ locale }) => <JoinPage draft={{ values: {}, errors: {} }} locale={locale} />,
})

export const { generateMetadata } = page
export default page.Page
