import { AtRiskPage } from '@/components/privacy/at-risk-page'
import { pageMetadata } from '@/components/site/page-metadata'
import { translator } from '@/messages/translator'
import { publicPage } from '../public-page'

const page = publicPage({
  path: '/at-risk',
  head: ({ locale, path }) => {
    const t = translator(locale, 'atRisk')
    return pageMetadata({ locale, path, title: t('title'), description: t('lead') })
  },
  body: ({ locale }) => <AtRiskPage locale={locale} />,
})

export const { generateMetadata } = page
export default page.Page
