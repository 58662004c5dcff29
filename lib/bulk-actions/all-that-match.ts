import { countMatches } from '@/lib/signatures/admin/count-matches'
import { type AskedList, filterOf } from '@/lib/signatures/admin/list-query'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { ruleOfList } from './rule-of-list'

/**
 * Whether a bulk action on everything that a list matches can be offered. `counted`: yes, with their number (null if
 * counting took too long). `no_rule`: no rule can express the filter. `not_offered`: the page shows them all, or its
 * reader may not use bulk actions.
 */
export type AllThatMatch = { is: 'counted'; many: number | null } | { is: 'no_rule' } | { is: 'not_offered' }

/**
 * Counts only for those who may use bulk actions, and only if a page does not show all.
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
