import { countryName } from '@/components/site/country-names'
import { international, type MemberFilter } from '@/lib/coalition/filter-members'
import { storable } from '@/lib/input/storable'
import { fold } from '@/lib/text/fold'
import { type Locale, translator } from '@/messages/translator'
import type { Region } from '@/prisma/generated/enums'

const names = { kind: 'kind', region: 'region', country: 'country', text: 'q' } as const

/** The address of the filtered list, in one form per filter, so that each list is cached once. */
export function membersAddress(locale: Locale, filter: MemberFilter): string {
  const query = new URLSearchParams()
  for (const key of ['kind', 'region', 'country', 'text'] as const) if (filter[key]) query.set(names[key], filter[key])
  return query.size === 0 ? `/${locale}/members` : `/${locale}/members/find?${query}`
}

/** Parses the filter in an address. Values that match nothing are kept, and the page says that nothing matches. */
export function readMemberFilter(query: Record<string, string | string[] | undefined>): MemberFilter {
  const one = (name: string) => {
    // A repeated parameter would require both values, which no kind, region or country has.
    const value = storable([query[name] ?? []].flat().join(' ')).trim()
    return value === '' ? undefined : value.slice(0, 100)
  }
  const country = one('country')
  const given = country === international ? country : country?.toUpperCase()
  return { kind: one('kind'), region: one('region'), country: given, text: one('q') }
}

export function nameOfRegion(region: string, locale: Locale): string {
  const t = translator(locale, 'members.regions')
  return t.has(region as Region) ? t(region as Region) : region
}

/** A country's name, or "International" if the source names none. */
export function nameOfCountry(code: string | null, locale: Locale): string {
  if (code === null || code === international) return translator(locale, 'coalition')('international')
  return /^[A-Z]{2}$/.test(code) ? countryName(code, locale) : code
}

const countryTexts = new Map<string, string>()

/** A member's country as a search compares it. Made once for each: a search looks at every member's four times. */
export function countryText(code: string, locale: Locale): string {
  const key = `${locale} ${code}`
  const made = countryTexts.get(key) ?? fold(nameOfCountry(code, locale))
  countryTexts.set(key, made)
  return made
}
