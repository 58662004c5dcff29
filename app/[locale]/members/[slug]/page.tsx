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
    <MemberPage member={found} locale={locale} links={await ownLinks(found.slug, locale)} address={address} />
  ),
})

export const { generateMetadata, generateStaticParams } = page
export default page.Page

/** For each open petition, the address under which a member's supporters sign, and what is said with it. */
async function ownLinks(member: string, locale: Locale) {
  const [petitions, words] = await Promise.all([listPetitions(locale), findSiteText('share', locale)])
  return petitions
    .filter(({ status }) => status === 'open')
    .map((petition) => ({
      petition,
      address: petitionAddress(petition.slug, locale, member),
      text: shareWords(petition, words, locale),
      sheet: `/${locale}/petitions/${petition.slug}/sheet?via=${member}`,
    }))
}
