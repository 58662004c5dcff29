import type { ExportView } from '@/lib/exports/list-exports'
import { entered } from '../entered'
import { Live, RUNNING, WAITING } from '../live'
import { Time } from '../time'
import { t } from '../words'
import { ExportFacts } from './export-facts'

/** One file: its content, its state, and the download button. */
export function ExportFile({ file }: { file: ExportView }) {
  return (
    <>
      <Live state={file.stage} every={everyOf(file)}>
        <p role="status">
          <Said file={file} />
        </p>
      </Live>
      {file.stage === 'ready' && file.own && file.rows > 0 && (
        <form method="post" action={`/admin/exports/${file.id}/file`}>
          <button type="submit" className="main">
            {t(file.recipient ? 'exports.downloadEncrypted' : 'exports.download', { rows: file.rows })}
          </button>
        </form>
      )}
      <dl>
        <ExportFacts file={file} counted={t('exports.signaturesWhenRequested')} />
        <dt>{t('exports.purpose')}</dt>
        <dd>
          <bdi>{file.reason}</bdi>
        </dd>
        <dt>{t('common.requested')}</dt>
        <dd>{t.rich('common.by', { askedBy: entered(file.askedBy), time: () => <Time at={file.askedAt} zone /> })}</dd>
        {file.approvedBy && (
          <>
            <dt>{t('common.approved')}</dt>
            <dd>{t.rich('exports.by', { approvedBy: entered(file.approvedBy) })}</dd>
          </>
        )}
        <dt>{t('exports.downloadsStarted')}</dt>
        <dd>{file.starts}</dd>
      </dl>
      {file.recipient && (
        <p className="hint">{t.rich('exports.theReaderOpensIt', { code: (inner) => <code>{inner}</code> })}</p>
      )}
    </>
  )
}

/** How often to refresh: it waits for approval, or for the end of a download. */
function everyOf({ stage, own }: ExportView) {
  if (!own) return null
  return stage === 'fetching' ? RUNNING : stage === 'waiting' ? WAITING : null
}

function Said({ file: { stage, own, until, askedBy, rows } }: { file: ExportView }) {
  if (rows === 0) return t('exports.noSignaturesMatchThere')
  if (stage === 'waiting') return t('exports.awaitingASecondPerson')
  if (stage === 'fetching') return t('exports.downloadingIfTheDownload')
  if (stage === 'fetched') return t('exports.downloadedNothingOfIt')
  if (stage === 'gone') return t('exports.thisFileIsNo')
  const time = () => <Time at={until} zone />
  return own
    ? t.rich('exports.readyUntil', { time })
    : t.rich('exports.readyUntilFor', { time, askedBy: entered(askedBy) })
}
