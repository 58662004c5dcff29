import { languageName } from '@/messages/language-name'
import { locales } from '@/messages/translator'

interface Props {
  left: number
  start: (form: FormData) => Promise<void>
}

/** Begins a review of comments, in all languages or in one that the moderator reads. */
export function StartComments({ left, start }: Props) {
  if (left === 0)
    return <p className="empty">No comments to review. A comment appears here once its signature is confirmed.</p>
  return (
    <form action={start} className="panel">
      <p>
        {left.toLocaleString('en')} {left === 1 ? 'comment' : 'comments'} to review, longest waiting first. They are
        sealed; reading each is logged. No colleague gets the one you are reviewing.
      </p>
      <p className="row">
        <label>
          Language{' '}
          <select name="locale">
            <option value="">All languages</option>
            {locales.map((locale) => (
              <option key={locale} value={locale}>
                {languageName(locale)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="main">
          Start review
        </button>
      </p>
    </form>
  )
}
