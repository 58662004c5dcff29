import { t } from '../words'

/** Ticks all rows of its form's table; `public/select.js` shows it. */
export function TickAll() {
  return <input type="checkbox" hidden data-tick-all aria-label={t('list.selectPage')} />
}

/** Loads the script for the boxes above, which also shows how many rows are ticked (`data-selected`). */
export function SelectScript() {
  return <script src="/select.js" type="module" />
}
