import { countMatches } from '@/lib/signatures/admin/count-matches'
import { type AskedList, filterOf } from '@/lib/signatures/admin/list-query'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { ruleOfList } from './rule-of-list'

/**
 * Whether all that a list matches can be acted on at once. `counted`: so many (null: not counted in a moment). `no_rule`:
 * its filter makes none. `not_offered`: the page shows them all, or its reader cannot act on them.
 */
export type AllThatMatch = { is: 'counted'; many: number | null } | { is: 'no_rule' } | { is: 'not_offered' }

/**
 * Counts them only for those who can act on them, where a page does not show them all.
 * @param isAll a page shows them all
 */
export async function findAllThatMatch(
  by: Staff,
  asked: AskedList,
  { petitions, isAll }: { petitions: { id: string }[]; isAll: boolean },
): Promise<AllThatMatch> {
  if (isAll || !may(by.role, 'bulk.ask')) return { is: 'not_offered' }
  const rule = ruleOfList(filterOf(asked), petitions)
  return rule ? { is: 'counted', many: await countMatches(by, rule.filter) } : { is: 'no_rule' }
}
