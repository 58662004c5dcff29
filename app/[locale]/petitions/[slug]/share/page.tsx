import { SharePage } from '@/components/coalition/share-page'
import { sharedPetition, sharePath } from '@/components/coalition/shared-address'
import { pictureWords } from '@/components/petitions/picture-words'
import { pageMetadata } from '@/components/site/page-metadata'
import { findSiteText } from '@/lib/coalition/site-texts/find-site-text'
import { translator } from '@/messages/translator'
import { publicPage } from '../../../public-page'

const page = publicPage({
  path: ({ slug }: { slug: string }) => sharePath(slug),
  find: ({ slug }, locale) => sharedPetition(slug, locale),
  head: ({ found: { petition, picture }, locale, path }) => {
    const name = petition?.text.title ?? ''
    const title = translator(locale, 'share')('linksPetition', { title: name })
    const shown = picture && { path: picture.path, alt: pictureWords(name, picture, locale) }
    return pageMetadata({ locale, path, title, picture: shown })
  },
  body: async ({ found, locale }) => (
    <SharePage {...found} words={await findSiteText('share', locale)} locale={locale} />
  ),
})

export const { generateMetadata, generateStaticParams } = page
export default page.Page
