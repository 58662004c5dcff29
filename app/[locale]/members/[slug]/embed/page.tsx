import { EmbedGuide } from '@/components/embed/embed-guide'
import { findMember } from '@/lib/coalition/find-member'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { translator } from '@/messages/translator'
import { publicPage, unlisted } from '../../../public-page'

const page = publicPage({
  path: ({ slug }: { slug: string }) => `/members/${slug}/embed`,
  find: ({ slug }, locale) => findMember(slug, locale),
  head: ({ locale }) => unlisted(translator(locale, 'embed')('title')),
  body: async ({ found, locale }) => {
    const petitions = await listPetitions(locale)
    return <EmbedGuide petitions={petitions.filter(({ status }) => status === 'open')} locale={locale} member={found} />
  },
})

export const { generateMetadata, generateStaticParams } = page
export default page.Page
