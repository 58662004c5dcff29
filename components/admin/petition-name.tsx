import { cache } from 'react'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'

/** Read once for each page, however many rows name a petition. */
const names = cache(async () => new Map((await listPetitionNames()).map(({ slug, title }) => [slug, title])))

/** A petition by its English title. */
export async function PetitionName({ slug }: { slug: string }) {
  return (await names()).get(slug) ?? slug
}
