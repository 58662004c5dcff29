import { SharePage } from '@/components/coalition/share-page'
import { sharedAddress } from '@/components/coalition/shared-address'
import { pageMetadata } from '@/components/site/page-metadata'
import { findSiteText } from '@/lib/coalition/site-texts/find-site-text'
import { translator } from '@/messages/translator'
import { publicPage } from '../public-page'

const page = publicPage({
  path: '/share',
  head: ({ locale, path }) => pageMetadata({ locale, path, title: translator(locale, 'share')('title') }),
  body: async ({ locale }) => {
    const [shared, words] = await Promise.all([sharedAddress(locale), findSiteText('share', locale)])
    return <SharePage {...shared} words={words} locale={locale} />
  },
})

export const { generateMetadata } = page
export default page.Page
