import { findTitles } from '@/lib/share-pictures/find-titles'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

/** A petition whose share pictures show the coalition's line in some languages, since its title is not drawn there. */
export interface UntitledPictures {
  slug: string
  locales: string[]
}

export async function findUntitledPictures(by: Staff): Promise<UntitledPictures[]> {
  authorise(by, 'overview.see')
  const found = new Map<string, string[]>()
  for (const { slug, locale } of await findTitles()) found.set(slug, [...(found.get(slug) ?? []), locale])
  return [...found].map(([slug, locales]) => ({ slug, locales }))
}
