import type { ReactNode } from 'react'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { locales } from '@/messages/translator'
import { languageName } from '../display-names'
import { t } from '../words'

interface Props {
  /** The number waiting, by language. */
  waiting: Map<string, number>
  /** Says what waits, and how many. */
  sentence: (values: { left: number; more: string }) => ReactNode
  /** Replaces everything if none waits. */
  empty: ReactNode
  start: (form: FormData) => Promise<void>
  /** Further fields. */
  children?: ReactNode
}

/** Begins a review, in all languages or in one that the moderator reads. */
export function StartByLanguage({ waiting, sentence, empty, start, children }: Props) {
  const left = [...waiting.values()].reduce((sum, number) => sum + number, 0)
  if (left === 0) return empty
  // Counting stopped at a limit, so some languages may be missing.
  const more = left >= MAX_COUNTED
  return (
    <form action={start} className="panel">
      <p>{sentence({ left, more: String(more) })}</p>
      <p className="row">
        <label>
          {t('common.language')}{' '}
          <select name="locale">
            <option value="">{t('review.allLanguages')}</option>
            {(more ? locales.map((locale) => [locale, 0] as const) : [...waiting]).map(([locale, number]) => (
              <option key={locale} value={locale}>
                {more ? languageName(locale) : t('review.inLanguage', { language: languageName(locale), number })}
              </option>
            ))}
          </select>
        </label>
        {children}
        <button type="submit" className="main">
          {t('review.startReview')}
        </button>
      </p>
    </form>
  )
}
