import { MAX_COUNTED } from '@/lib/input/max-counted'
import { locales } from '@/messages/translator'
import { languageName } from '../display-names'
import { Empty } from '../empty'
import { t } from '../words'

interface Props {
  /** How many wait, by language. */
  waiting: Map<string, number>
  start: (form: FormData) => Promise<void>
}

/** Begins a review of appeals, in all languages or in one that the moderator reads. */
export function StartAppeals({ waiting, start }: Props) {
  const left = [...waiting.values()].reduce((sum, number) => sum + number, 0)
  const more = left >= MAX_COUNTED
  if (left === 0)
    return (
      <Empty next={{ href: '/admin/review/held', words: t('place.heldSignatures') }}>{t('signatures.noAppeals')}</Empty>
    )
  return (
    <form action={start} className="panel">
      <p>{t('review.appealsToAnswer', { left, more: String(more) })}</p>
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
        <label>
          {t('review.reasonNoNames')}{' '}
          <input name="why" required maxLength={200} size={24} defaultValue={t('signatures.reasonAppeal')} />
        </label>
        <button type="submit" className="main">
          {t('review.startReview')}
        </button>
      </p>
    </form>
  )
}
