import { cache } from 'react'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { readerLanguage } from '@/lib/web/admin/reader-language'

/** Read once per page, however many rows name a petition. */
const names = cache(async (reader: string) => {
  const list = await listPetitionNames(reader)
  return new Map(list.map((one) => [one.slug, one]))
})

/** A petition's title in the reader's language, otherwise in English and marked as such. */
export async function PetitionName({ slug }: { slug: string }) {
  const reader = readerLanguage()
  const { title = slug, language = null } = (await names(reader)).get(slug) ?? {}
  return language && language !== reader ? <bdi lang={language}>{title}</bdi> : title
}
