import { authorise } from '@/lib/staff/authorise'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { sources, type ThingKind } from './titles'

/** Kinds whose titles a browser may have: colleagues are people, and looked for by the server alone. */
export type SuggestedKind = Exclude<ThingKind, 'staff'>

const kinds = (Object.keys(sources) as ThingKind[]).filter((kind) => kind !== 'staff')

/** Of one kind, the newest; the search itself looks through more. */
const MAX_SUGGESTED = 300

export interface Suggestion {
  id: string
  /** In the reader's language, if it has one. */
  name: string
  /** In English, if that is another. */
  english: string | undefined
}

/** The titles of what the person may read, by kind, to be suggested while they type. */
export async function listSuggestions(
  by: Staff,
  language: string,
): Promise<{ kind: SuggestedKind; things: Suggestion[] }[]> {
  authorise(by, 'overview.see')
  const mine = kinds.filter((kind) => may(by.role, sources[kind].verb))
  return Promise.all(
    mine.map(async (kind) => {
      const read = await sources[kind].list({ words: [], language })
      const things = read.slice(0, MAX_SUGGESTED).map(({ id, name, local }) => ({
        id,
        name: local ?? name,
        english: local === undefined || local === name ? undefined : name,
      }))
      return { kind, things }
    }),
  )
}
