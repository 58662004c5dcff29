import { Picture } from '@/components/ui/picture'
import type { SheetPage } from '@/lib/paper/find-sheet'
import type { ScanType } from '@/lib/paper/scan-type'
import { CountForm } from './count-form'
import { ScrollFrame } from './scroll-frame'
import { t } from './words'

interface Props {
  sheet: SheetPage
  type: ScanType
  /** The recorded opening of the scan. */
  sealed: string
  count: (form: FormData) => Promise<void>
}

/**
 * A scan and the number counted on it: beside each other, or below each other on a phone. The scan scrolls by keys, at the
 * width of its frame or as large as it is.
 */
export function CountScan({ sheet, type, sealed, count }: Props) {
  const { id, reference } = sheet
  const address = `/admin/paper/${id}/scan?open=${encodeURIComponent(sealed)}`
  const name = t('paper.scanOf', { reference })
  return (
    <section className="count-scan" aria-label={t('paper.countOnScan')}>
      {type === 'pdf' ? (
        // Its viewer shows the page as wide as the frame, without small pictures of the pages.
        <iframe src={`${address}#navpanes=0&view=FitH`} title={name} className="scan" />
      ) : (
        <div className="scan">
          <label className="row">
            <input type="checkbox" /> {t('paper.actualSize')}
          </label>
          <ScrollFrame name={name}>
            <Picture src={address} alt={name} />
          </ScrollFrame>
        </div>
      )}
      <div className="counted-beside">
        <h2>{t('paper.countOnScan')}</h2>
        <p>{t('paper.countOnlyLegible')}</p>
        <CountForm sheet={sheet} count={count} scan={sealed} />
        <p>
          <a href={address} target="_blank" rel="noopener">
            {t('paper.scanInTab')}
          </a>
        </p>
        <form action={`/admin/paper/${id}/scan`} method="post" className="row">
          <button type="submit" className="quiet">
            {t('paper.openScanLogged')}
          </button>
          <span className="hint">{t('paper.ifNotShown')}</span>
        </form>
      </div>
    </section>
  )
}
