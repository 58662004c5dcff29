import { fold } from '@/lib/text/fold'
import type { MemberView } from './member-view'

/** The filter's values; an absent one matches everything. `international`: no country given. */
export interface MemberFilter {
  kind?: string
  region?: string
  country?: string
  text?: string
}

export const international = 'international'

/**
 * Members that match a whole filter. The words of its text may be in any order, and be prefixes of words.
 * @param countryText a country's name as `fold` makes it
 */
export function filterMembers(members: MemberView[], filter: MemberFilter, countryText: (code: string) => string) {
  const typed = fold(filter.text ?? '')
    .split(' ')
    .filter(Boolean)
  return members.filter((member) => {
    if (filter.kind && member.kind !== filter.kind) return false
    if (filter.region && (member.region ?? international) !== filter.region) return false
    if (filter.country && (member.country ?? international) !== filter.country) return false
    if (typed.length === 0) return true
    const found = ` ${member.search} ${member.country ? countryText(member.country) : ''}`
    return typed.every((word) => found.includes(` ${word}`) || (word.length > 2 && found.includes(word)))
  })
}

export interface Facet {
  value: string
  count: number
}

/**
 * How many members each choice of one filter would show, the other filters as they are; largest first,
 * `international` last.
 */
export function countChoices(
  members: MemberView[],
  name: 'kind' | 'region' | 'country',
  filter: MemberFilter,
  countryText: (code: string) => string,
): Facet[] {
  const counts = new Map<string, number>()
  for (const member of filterMembers(members, { ...filter, [name]: undefined }, countryText)) {
    const value = member[name] ?? international
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => last(a) - last(b) || b.count - a.count || (a.value < b.value ? -1 : 1))
}

function last({ value }: Facet): number {
  return value === international ? 1 : 0
}
