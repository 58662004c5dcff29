import { db } from '@/lib/db'
import { MIN_PUBLISHED } from '@/lib/petitions/published-number'
import { unnamedCountries } from '@/lib/petitions/unnamed-countries'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

/** A number of counted signatures with the same code. */
export interface Share {
  code: string
  net: number
}

export interface Shares {
  countries: Share[]
  languages: Share[]
  /** By the member whose link signers used; an empty code means none. */
  members: Share[]
  /** When languages and members were last counted; null if never. */
  asOf: Date | null
}

const MAX_SHARES = 12

/**
 * Returns the largest groups of signatures by country, language and member's link, from totals. Small groups are left
 * out for staff as for the public: their number would reveal when one of their people signs.
 */
export async function findShares(by: Staff): Promise<Shares> {
  authorise(by, 'overview.see')
  const largest = {
    _sum: { net: true },
    having: { net: { _sum: { gte: MIN_PUBLISHED } } },
    orderBy: { _sum: { net: 'desc' } },
    take: MAX_SHARES,
  } as const
  const facets = (facet: string) => db().facetTotal.groupBy({ by: ['code'], where: { facet }, ...largest })
  const [countries, languages, members, counted] = await Promise.all([
    db().countryTotal.groupBy({ by: ['country'], where: { country: { notIn: unnamedCountries() } }, ...largest }),
    facets('language'),
    facets('member'),
    db().facetTotal.aggregate({ _min: { asOf: true } }),
  ])
  return {
    countries: countries.map(({ country, _sum }) => ({ code: country, net: Number(_sum.net ?? 0) })),
    languages: languages.map(({ code, _sum }) => ({ code, net: Number(_sum.net ?? 0) })),
    members: members.map(({ code, _sum }) => ({ code, net: Number(_sum.net ?? 0) })),
    asOf: counted._min.asOf,
  }
}
