import { t } from '../words'

/** Ticks all rows of its form's table (`public/select.js`, which shows it). */
export function TickAll() {
  return <input type="checkbox" hidden data-tick-all aria-label={t('list.selectPage')} />
}

/** Makes the boxes above work, and says in the form how many rows are ticked (`data-selected`). */
export function SelectScript() {
  return <script src="/select.js" type="module" />
}
