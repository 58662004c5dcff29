import { DevelopersPage } from '@/components/developers/developers-page'
import { pageMetadata } from '@/components/site/page-metadata'
import { translator } from '@/messages/translator'
import { publicPage } from '../public-page'

const page = publicPage({
  path: '/developers',
  head: ({ locale, path }) => {
    const t = translator(locale, 'developers')
    return pageMetadata({ locale, path, title: t('title'), description: t('lead') })
  },
  body: ({ locale }) => <DevelopersPage locale={locale} />,
})

export const { generateMetadata } = page
export default page.Page
