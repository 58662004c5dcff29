import { type Filter, filterTexts } from '@/lib/signatures/admin/filter'
import { PENDING } from '@/lib/signatures/states'
import { type Rule, readRule } from './rule'

/**
 * The rule for everything that a list shows; null if no rule can express it. A rule needs one petition (filled in if
 * there is only one) and a further condition, and cannot match pending forms.
 */
export function ruleOfList(filter: Filter, petitions: { id: string }[]): Rule | null {
  if (filter.state === PENDING) return null
  const [only] = petitions.length === 1 ? petitions : []
  const read = readRule({ ...(only && { petition: only.id }), ...filterTexts(filter) })
  return read.ok ? read.rule : null
}
