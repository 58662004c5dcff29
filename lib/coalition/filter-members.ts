import { fold } from '@/lib/text/fold'
import type { MemberView } from './member-view'

/** The choices of a filter; an absent one matches everything. `international`: no country given. */
export interface MemberChoices {
  kind?: string
  region?: string
  country?: string
}

/** Choices, and what somebody looks for. */
export interface MemberFilter extends MemberChoices {
  text?: string
}

export const international = 'international'

/**
 * Members that somebody looks for. The words may be in any order, and be prefixes of words.
 * @param countryText a country's name as `fold` makes it
 */
export function searchMembers(members: MemberView[], text: string, countryText: (code: string) => string) {
  const words = fold(text).split(' ').filter(Boolean)
  return members.filter((member) => {
    const found = ` ${member.search} ${member.country ? countryText(member.country) : ''}`
    return words.every((word) => found.includes(` ${word}`) || (word.length > 2 && found.includes(word)))
  })
}

/** Members that match all choices. */
export function filterMembers(members: MemberView[], { kind, region, country }: MemberChoices): MemberView[] {
  return members.filter(
    (member) =>
      (!kind || member.kind === kind) &&
      (!region || (member.region ?? international) === region) &&
      (!country || (member.country ?? international) === country),
  )
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
  filter: MemberChoices,
): Facet[] {
  const counts = new Map<string, number>()
  for (const member of filterMembers(members, { ...filter, [name]: undefined })) {
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
