import { locales } from '@/messages/translator'
import { languageName } from '../display-names'
import { Empty } from '../empty'
import { t } from '../words'

interface Props {
  left: number
  start: (form: FormData) => Promise<void>
}

/** Begins a review of comments, in all languages or in one that the moderator reads. */
export function StartComments({ left, start }: Props) {
  if (left === 0)
    return (
      <Empty next={{ href: '/admin/signatures', words: t('common.allSignatures') }}>
        {t('review.noCommentsToReview')}
      </Empty>
    )
  return (
    <form action={start} className="panel">
      <p>{t('review.toReviewLongestWaiting', { left })}</p>
      <p className="row">
        <label>
          {t('common.language')}{' '}
          <select name="locale">
            <option value="">{t('review.allLanguages')}</option>
            {locales.map((locale) => (
              <option key={locale} value={locale}>
                {languageName(locale)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="main">
          {t('review.startReview')}
        </button>
      </p>
    </form>
  )
}
