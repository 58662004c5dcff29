import { CommentsPage } from '@/components/petitions/comments-page'
import { pageMetadata } from '@/components/site/page-metadata'
import { listPublishedComments } from '@/lib/comments/list-published-comments'
import { findPetition } from '@/lib/petitions/find-petition'
import { translator } from '@/messages/translator'
import { publicPage } from '../../../public-page'

const page = publicPage({
  path: ({ slug }: { slug: string }) => `/petitions/${slug}/comments`,
  find: ({ slug }, locale) => findPetition(slug, locale),
  head: ({ locale, path }) => {
    const title = translator(locale, 'petition.comments')('title')
    return { ...pageMetadata({ locale, path, title }), robots: { index: false } }
  },
  body: async ({ found, locale }) => (
    <CommentsPage petition={found} comments={await listPublishedComments(found.id)} locale={locale} />
  ),
})

export const { generateMetadata, generateStaticParams } = page
export default page.Page
