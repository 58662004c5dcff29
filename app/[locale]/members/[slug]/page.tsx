import { MemberPage } from '@/components/coalition/member-page'
import { petitionAddress } from '@/components/petitions/petition-address'
import { shareWords } from '@/components/petitions/share-words'
import { pageMetadata } from '@/components/site/page-metadata'
import { findMember } from '@/lib/coalition/find-member'
import { findSiteText } from '@/lib/coalition/site-texts/find-site-text'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { type Locale, translator } from '@/messages/translator'
import { publicPage } from '../../public-page'

const page = publicPage({
  path: ({ slug }: { slug: string }) => `/members/${slug}`,
  find: ({ slug }, locale) => findMember(slug, locale),
  head: ({ found: { name, affiliation }, locale, path }) => {
    const description = affiliation ?? translator(locale, 'members')('lead')
    return pageMetadata({ locale, path, title: name, description })
  },
  body: async ({ found, locale, address }) => (
    <MemberPage member={found} locale={locale} link={await openPetition(found.slug, locale)} address={address} />
  ),
})

export const { generateMetadata, generateStaticParams } = page
export default page.Page

/** The address under which a member's supporters sign, where a petition is open, and what is said with it. */
async function openPetition(member: string, locale: Locale) {
  const open = (await listPetitions(locale)).find(({ status }) => status === 'open')
  if (!open) return null
  const text = shareWords(open, await findSiteText('share', locale), locale)
  const sheet = `/${locale}/petitions/${open.slug}/sheet?via=${member}`
  return { address: petitionAddress(open.slug, locale, member), text, sheet }
}
