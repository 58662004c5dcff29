import { t } from './words'

/** Turns keyboard shortcuts on and off (`public/keys.js`). Without scripts there are none. */
export function Keys() {
  return (
    <button type="button" data-keys aria-pressed="true" hidden>
      {t('keys.title')}
    </button>
  )
}

/** Loads the keyboard shortcuts and the texts of their list. */
export function KeysScript() {
  return (
    // Not a module, because modules run after the page: it must be ready before the controls that it presses.
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
