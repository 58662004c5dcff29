import { t } from '../words'

/** Turns the keys of a review page on and off (`public/keys.js`). Without scripts there are none. */
export function Keys() {
  return (
    <>
      <button type="button" className="quiet" aria-pressed="true" hidden>
        {t('review.keyboardShortcuts')}
      </button>
      {/* No module, as those come after the page: it is there before what its keys press. */}
      <script src="/keys.js" />
    </>
  )
}
