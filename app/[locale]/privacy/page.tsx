import { PrivacyPage } from '@/components/privacy/privacy-page'
import { pageMetadata } from '@/components/site/page-metadata'
import { findPrivacyContact } from '@/lib/coalition/site-texts/site-links'
import { translator } from '@/messages/translator'
import { publicPage } from '../public-page'

const page = publicPage({
  path: '/privacy',
  head: ({ locale, path }) => {
    const t = translator(locale, 'privacy')
    return pageMetadata({ locale, path, title: t('title'), description: t('lead') })
  },
  body: async ({ locale }) => <PrivacyPage locale={locale} contact={await findPrivacyContact(locale)} />,
})

export const { generateMetadata } = page
export default page.Page
