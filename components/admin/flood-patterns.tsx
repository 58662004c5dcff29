import type { Patterns } from '@/lib/review/look-at-patterns'
import { t } from './words'

interface Props {
  /** The patterns just found; null before anybody asked. */
  patterns: Patterns | null
  hidden: Record<string, string>
  look: (form: FormData) => Promise<void>
}

/** The patterns of a flood's addresses, names and comments, on request: this opens its signatures, and is logged. */
export function FloodPatterns({ patterns, hidden, look }: Props) {
  if (!patterns)
    return (
      <form action={look} className="row">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit">{t('activity.lookAtPatterns')}</button>
        <span className="hint">{t('activity.patternsHint')}</span>
      </form>
    )
  const { opened, addresses, ordinary, names, comments, sameComment } = patterns
  return (
    <>
      <h3>{t('activity.patternsOf', { opened })}</h3>
      <dl>
        <dt>{t('review.addresses')}</dt>
        <dd>
          {addresses.map(({ value, n }) => (
            <span key={value}>
              <bdi>{value}@</bdi> ({n}),{' '}
            </span>
          ))}
          {t('activity.ofTheirOwn', { number: ordinary })}
        </dd>
        <dt>{t('review.names')}</dt>
        <dd>{names === opened ? t('review.allDifferent') : t('review.different', { number: names })}</dd>
        <dt>{t('place.comments')}</dt>
        <dd>{t('activity.commentsAlike', { comments, same: sameComment })}</dd>
      </dl>
    </>
  )
}
