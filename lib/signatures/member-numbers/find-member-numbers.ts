import { db } from '@/lib/db'
import { weekOf } from '@/lib/petitions/countries'
import { isNamed, type MemberFacet } from './publish-member-numbers'

/** The numbers of one petition that a member sees; numbers too small to show are 0 or left out. */
export interface MemberNumbers {
  all: number
  paper: number
  /** Largest first. */
  languages: { key: string; count: number }[]
  countries: { key: string; count: number }[]
  /** The number of signatures in each week, by its Monday (ISO), the earliest first. */
  weeks: { key: string; count: number }[]
  /** The day of the next renewal. */
  nextOn: Date
}

/** The numbers of a member's links for one petition, as last published (`publishMemberNumbers`). */
export async function findMemberNumbers(petitionId: string, code: string, now: Date): Promise<MemberNumbers> {
  const rows = await db().memberNumber.findMany({ where: { petitionId, code } })
  const of = (facet: MemberFacet) =>
    rows
      .filter((row) => row.facet === facet && isNamed(row))
      .map(({ key, shown }) => ({ key, count: Number(shown) }))
      .filter(({ count }) => count > 0)
  const largest = (facet: MemberFacet) => of(facet).sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
  return {
    all: of('all')[0]?.count ?? 0,
    paper: of('paper')[0]?.count ?? 0,
    languages: largest('language'),
    countries: largest('country'),
    weeks: of('week').sort((a, b) => (a.key < b.key ? -1 : 1)),
    nextOn: new Date(weekOf(now).getTime() + 7 * 86_400_000),
  }
}
