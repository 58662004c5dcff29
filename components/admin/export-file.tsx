import type { ExportView } from '@/lib/exports/list-exports'
import { PetitionName } from './petition-name'
import { Time } from './time'
import { t, tOf } from './words'

/** One file: its content, its state, and the button that downloads it. */
export function ExportFile({ file }: { file: ExportView }) {
  return (
    <>
      <p role="status">{said(file)}</p>
      {file.stage === 'ready' && file.own && file.rows > 0 && (
        <form method="post" action={`/admin/exports/${file.id}/file`}>
          <button type="submit" className="main">
            {t(file.recipient ? 'exports.downloadEncrypted' : 'exports.download', { rows: file.rows })}
          </button>
        </form>
      )}
      <dl>
        <dt>{t('common.petition')}</dt>
        <dd>
          <PetitionName slug={file.petition} />
        </dd>
        {Object.entries(file.filter).map(([name, value]) => (
          <div key={name} className="pair">
            <dt>{tOf('filterLabel', name) ?? name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <dt>{t('exports.columns')}</dt>
        <dd>{[...file.columns, 'mark'].map((column) => tOf('columnName', column) ?? column).join(', ')}</dd>
        <dt>{t('exports.format')}</dt>
        <dd>{file.format === 'csv' ? t('exports.csv') : t('exports.jsonLines')}</dd>
        {file.recipient && (
          <>
            <dt>{t('exports.encryptedTo')}</dt>
            <dd>
              <code>{file.recipient}</code>
            </dd>
          </>
        )}
        <dt>{t('exports.purpose')}</dt>
        <dd>{file.reason}</dd>
        <dt>{t('common.requested')}</dt>
        <dd>{t.rich('common.by', { askedBy: file.askedBy, time: () => <Time at={file.askedAt} zone /> })}</dd>
        {file.approvedBy && (
          <>
            <dt>{t('common.approved')}</dt>
            <dd>{t('exports.by', { approvedBy: file.approvedBy })}</dd>
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

function said({ stage, own, until, askedBy, rows }: ExportView): string {
  if (rows === 0) return t('exports.noSignaturesMatchThere')
  const time = until.toISOString().slice(0, 16).replace('T', ' ')
  if (stage === 'waiting') return t('exports.awaitingASecondPerson')
  if (stage === 'fetching') return t('exports.downloadingIfTheDownload')
  if (stage === 'fetched') return t('exports.downloadedNothingOfIt')
  if (stage === 'gone') return t('exports.thisFileIsNo')
  return own ? t('exports.readyUntilUtc', { time }) : t('exports.readyUntilUtcFor', { time, askedBy })
}
