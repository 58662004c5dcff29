import { t } from './words'

/** Turns the keys of the admin area on and off (`public/keys.js`). Without scripts there are none. */
export function Keys() {
  return (
    <button type="button" data-keys aria-pressed="true" hidden>
      {t('keys.title')}
    </button>
  )
}

/** Makes the keys work, with what the list of them says. */
export function KeysScript() {
  return (
    // No module, as those come after the page: it is there before what its keys press.
    <script
      src="/keys.js"
      data-title={t('keys.title')}
      data-step={t('keys.step')}
      data-tick={t('keys.tick')}
      data-range={t('keys.range')}
      data-search={t('search.search')}
      data-off={t('keys.off')}
      data-again={t('keys.again')}
    />
  )
}
