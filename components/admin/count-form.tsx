import type { SheetPage } from '@/lib/paper/find-sheet'
import { t } from './words'

interface Props {
  sheet: SheetPage
  count: (form: FormData) => Promise<void>
  /** The sealed opening of the scan beside it, so that the scan stays open if the number is invalid. */
  scan?: string
}

/** The form for the number that a person counted on the scan. */
export function CountForm({ sheet: { id, round }, count, scan }: Props) {
  return (
    <form action={count} className="row">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="round" value={round} />
      {scan && <input type="hidden" name="scan" value={scan} />}
      <label htmlFor="number">
        {t('paper.validSignaturesOnThe')}{' '}
        <input id="number" name="number" inputMode="numeric" autoComplete="off" size={6} />
      </label>
      <button type="submit" className="main">
        {t('paper.submitMyCount')}
      </button>
    </form>
  )
}
