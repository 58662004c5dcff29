import { SharePage } from '@/components/coalition/share-page'
import { sharedPetition, sharePath } from '@/components/coalition/shared-address'
import { pageMetadata } from '@/components/site/page-metadata'
import { findSiteText } from '@/lib/coalition/site-texts/find-site-text'
import { translator } from '@/messages/translator'
import { publicPage } from '../../../public-page'

const page = publicPage({
  path: ({ slug }: { slug: string }) => sharePath(slug),
  find: ({ slug }, locale) => sharedPetition(slug, locale),
  head: ({ found: { petition }, locale, path }) => {
    const title = translator(locale, 'share')('linksPetition', { title: petition?.text.title ?? '' })
    return pageMetadata({ locale, path, title })
  },
  body: async ({ found, locale }) => (
    <SharePage {...found} words={await findSiteText('share', locale)} locale={locale} />
  ),
})

export const { generateMetadata, generateStaticParams } = page
export default page.Page
