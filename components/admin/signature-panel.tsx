import type { SignatureDetail } from '@/lib/signatures/admin/find-signature'
import { withBack } from '@/lib/web/admin/read-back'
import { NeighbourLinks } from './beside-this'
import { SignatureFacts } from './signature-facts'
import { t } from './words'

interface Props {
  signature: SignatureDetail
  /** The list without this panel. */
  list: string
  /** The list with the previous or next signature of this page beside it. */
  previous: string | null
  next: string | null
}

/** A signature's data beside the list it was opened from. Decisions are made on its own page. */
export function SignaturePanel({ signature, list, previous, next }: Props) {
  const { key, reference } = signature
  return (
    <aside className="side-panel panel" id="panel" tabIndex={-1} aria-labelledby="panel-title">
      <h2 id="panel-title">{t('signatures.signature', { reference })}</h2>
      <nav className="pages" aria-label={t('signatures.besideThis')}>
        <a href={withBack(`/admin/signatures/${key}`, list)} className="button">
          {t('signatures.openItsPage')}
        </a>
        <NeighbourLinks previous={previous} next={next} />
        <a href={`${list}#list`} className="button quiet">
          {t('signatures.closePanel')}
        </a>
      </nav>
      <SignatureFacts signature={signature} opened={null} />
    </aside>
  )
}
