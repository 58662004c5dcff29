import { petitionMetadata } from '@/components/petitions/petition-metadata'
import { PetitionPage } from '@/components/petitions/petition-page'
import { findActivity } from '@/lib/coalition/find-activity'
import { findPetition } from '@/lib/petitions/find-petition'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { findPicture } from '@/lib/share-pictures/find-picture'
import { publicPage } from '../../public-page'

const page = publicPage({
  path: ({ slug }: { slug: string }) => `/petitions/${slug}`,
  find: async ({ slug }, locale) => {
    const petition = await findPetition(slug, locale)
    return petition && { ...petition, picture: await findPicture(slug, locale) }
  },
  // Some activities were once listed as petitions.
  movedTo: async ({ slug }, locale) => ((await findActivity(slug, locale)) ? `/activities/${slug}` : null),
  head: ({ found, locale }) => petitionMetadata({ locale, ...found }),
  body: async ({ found: petition, locale }) => {
    const others = petition.status === 'open' ? [] : await listPetitions(locale)
    return <PetitionPage petition={petition} locale={locale} open={others.find(({ status }) => status === 'open')} />
  },
})

export const { generateMetadata, generateStaticParams } = page
export default page.Page
