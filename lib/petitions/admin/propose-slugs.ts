import { fold } from '@/lib/text/fold'

/** Shorter than a slug may be: an address that is read aloud, and a number behind it. */
const LONGEST = 60
const MAX_PROPOSALS = 20

/**
 * The slugs that a title suggests, the best first: its words in Latin letters, as many as fit; then the same with a
 * number, for where that is taken. None where no such word is in it.
 */
export function proposeSlugs(title: string): string[] {
  const words = fold(title.replaceAll(/['’]/g, '')).split(/[^a-z0-9]+/)
  let slug = ''
  for (const word of words.filter(Boolean)) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, LONGEST)
    if (longer.length > LONGEST) break
    slug = longer
  }
  if (!slug) return []
  return Array.from({ length: MAX_PROPOSALS }, (_, i) => (i === 0 ? slug : `${slug}-${i + 1}`))
}
