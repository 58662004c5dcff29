import { cache } from 'react'
import { listLetterNames } from '@/lib/coalition/list-letter-names'

/** Read once per page, and only by pages that name a letter. */
const names = cache(async () => new Map((await listLetterNames()).map(({ slug, title }) => [slug, title])))

/** A letter by its English title. */
export async function LetterName({ slug }: { slug: string }) {
  return <bdi>{(await names()).get(slug) ?? slug}</bdi>
}
