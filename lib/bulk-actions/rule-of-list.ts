import { type Filter, filterTexts } from '@/lib/signatures/admin/filter'
import { PENDING } from '@/lib/signatures/states'
import { type Rule, readRule } from './rule'

/**
 * The rule for all that a list shows, where one can be made: of one petition, which goes without saying where there is
 * only one, with one more condition, and not of pending forms.
 */
export function ruleOfList(filter: Filter, petitions: { id: string }[]): Rule | null {
  if (filter.state === PENDING) return null
  const [only] = petitions.length === 1 ? petitions : []
  const read = readRule({ ...(only && { petition: only.id }), ...filterTexts(filter) })
  return read.ok ? read.rule : null
}
