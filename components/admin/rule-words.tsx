import { parseRule } from '@/lib/bulk-actions/rule'
import { FilterWords } from './filter-words'
import { t } from './words'

/** The signatures of a bulk action in words, by its stored rule. */
export function RuleWords({ rule }: { rule: string }) {
  const read = parseRule(rule)
  if (!read) return /"ticked":(\d+)/.test(rule) ? t('bulk.selectedOneByOne') : t('bulk.cannotBeReadAny')
  return <FilterWords filter={read.filter} also={read.domain ? [t('bulk.emailDomain', { domain: read.domain })] : []} />
}
