import { authorise } from '@/lib/staff/authorise'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { fold } from '@/lib/text/fold'
import { textMatches } from './text-matches'
import { MAX_READ, sources, type ThingKind } from './titles'

interface Thing {
  id: string
  name: string
}

export interface Things {
  kind: ThingKind
  /** The best first. */
  things: Thing[]
  /** There are more than these. */
  more: boolean
}

/** Of one kind. */
const MAX_THINGS = 20

/**
 * The things that the person may read and that have all words of the text, by kind; kinds without any are left out.
 * @param language in which they are named, where they have a name in it
 */
export async function findThings(by: Staff, typed: string, language: string): Promise<Things[]> {
  authorise(by, 'overview.see')
  const words = fold(typed).split(' ').filter(Boolean)
  const kinds = (Object.keys(sources) as ThingKind[]).filter((kind) => may(by.role, sources[kind].verb))
  const found = await Promise.all(
    kinds.map(async (kind): Promise<Things> => {
      const read = await sources[kind].list({ words, language })
      const fits = read.filter(({ texts }) => textMatches(texts, typed))
      const begins = ({ name }: Thing) => (fold(name).startsWith(fold(typed)) ? 0 : 1)
      const sorted = fits
        .map(({ id, name, local }) => ({ id, name: local ?? name }))
        .toSorted((a, b) => begins(a) - begins(b))
      const things = sorted.slice(0, MAX_THINGS)
      return { kind, things, more: fits.length > things.length || (read.length === MAX_READ && things.length > 0) }
    }),
  )
  return found.filter(({ things }) => things.length > 0)
}
