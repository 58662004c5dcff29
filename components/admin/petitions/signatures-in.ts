import { MIN_PUBLISHED } from '@/lib/petitions/published-number'
import type { TextCounts } from '@/lib/signatures/admin/count-rows'
import { t } from '../words'

/** The number of counted signatures of a version of a text, in words. */
export function signaturesIn({ counts, asOf }: TextCounts, sha256: string): string {
  if (!asOf) return t('petitions.notCountedYet')
  return counts.get(sha256)?.toLocaleString('en') ?? t('petitions.fewerThan', { limit: MIN_PUBLISHED })
}
