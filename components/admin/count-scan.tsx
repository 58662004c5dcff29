import { Picture } from '@/components/ui/picture'
import type { SheetPage } from '@/lib/paper/find-sheet'
import type { ScanType } from '@/lib/paper/scan-type'
import { CountForm } from './count-form'
import { ScrollFrame } from './scroll-frame'
import { t } from './words'

interface Props {
  sheet: SheetPage
  type: ScanType
  /** The sealed record of the scan's opening. */
  sealed: string
  count: (form: FormData) => Promise<void>
}

/**
 * A scan beside the form for its count; one above the other on a phone. The scan scrolls by keyboard, fitted to the
 * width or in full size.
 */
export function CountScan({ sheet, type, sealed, count }: Props) {
  const { id, reference } = sheet
  const address = `/admin/paper/${id}/scan?open=${encodeURIComponent(sealed)}`
  const name = t('paper.scanOf', { reference })
  return (
    <section className="count-scan" aria-label={t('paper.countOnScan')}>
      {type === 'pdf' ? (
        // The browser's PDF viewer fits the page to the width, without thumbnails.
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
