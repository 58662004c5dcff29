import { ProgressBar } from '@/components/ui/progress-bar'
import { nextStep } from '@/lib/petitions/next-step'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { pluralForms } from '@/messages/plural-forms'
import { type Locale, translator } from '@/messages/translator'
import { CheckLink } from './check-link'

/**
 * The count as a large numeral with its label, the progress to the goal, and a link to verify it. site.js keeps all
 * current.
 */
export function Count({
  petition,
  locale,
}: {
  petition: Pick<PetitionView, 'slug' | 'count' | 'goal' | 'status'>
  locale: Locale
}) {
  const t = translator(locale, 'petition.count')
  const { slug, count, goal, status } = petition
  const next = status === 'open' ? nextStep(goal, count) : null
  return (
    <div data-count={slug} className="@container">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <data
          value={count}
          className="font-serif text-numeral leading-none font-semibold tracking-tight lining-nums tabular-nums"
        >
          {new Intl.NumberFormat(locale).format(count)}
        </data>{' '}
        <span
          className="text-lead"
          data-people={JSON.stringify(pluralForms(locale, (some) => t('people', { count: some })))}
        >
          {t('people', { count })}
        </span>
      </p>
      <div className="mt-2 sm:mt-3">
        <ProgressBar value={count} max={next ?? goal} />
      </div>
      <p className="mt-1.5 flex flex-wrap justify-between gap-x-6 text-small text-muted">
        <CheckLink locale={locale} />
        <span className="tabular-nums" data-next={status === 'open' && goal > 0 ? nextWords(goal, locale) : undefined}>
          {next ? t('next', { goal, next }) : t(count >= goal && goal > 0 ? 'reached' : 'goal', { goal })}
        </span>
      </p>
      <p role="status" className="sr-only" />
    </div>
  )
}

/** The text once the goal is reached; site.js replaces `{}` with the next goal. */
function nextWords(goal: number, locale: Locale): string {
  const number = 987_654_321_012
  const words = translator(locale, 'petition.count')('next', { goal, next: number })
  return words.replace(new Intl.NumberFormat(locale).format(number), '{}')
}

/** Explains which signatures the count includes. */
export function CountNote({ petition: { paper }, locale }: { petition: PetitionView; locale: Locale }) {
  const t = translator(locale, 'petition.count')
  return <p className="text-small text-muted">{paper > 0 ? t('notePaper', { paper }) : t('note')}</p>
}
