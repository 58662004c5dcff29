import { describeAlike, type MostFrequent } from '@/lib/review/describe-alike'
import type { HeldView } from '@/lib/review/open-held'
import { t } from '../words'

/** The common traits of opened signatures, in words. */
export function alikeWords(signatures: HeldView[]) {
  const { domains, patterns, names, appeals } = describeAlike(signatures)
  return {
    domains: mostWords(domains),
    patterns: mostWords(patterns),
    names: names === signatures.length ? t('review.allDifferent') : t('review.different', { number: names }),
    appeals,
  }
}

function mostWords({ named, others }: MostFrequent): string {
  const said = named.map(({ value, n }) => `${value || t('review.noDigits')} (${n})`).join(', ')
  return others > 0 ? t('review.andOthers', { named: said, others }) : said
}
