import type { ExportView } from '@/lib/exports/list-exports'
import { PetitionName } from './petition-name'
import { Time } from './time'

/** One file: its content, its state, and the button that downloads it. */
export function ExportFile({ file }: { file: ExportView }) {
  return (
    <>
      <p role="status">{said(file)}</p>
      {file.stage === 'ready' && file.own && file.rows > 0 && (
        <form method="post" action={`/admin/exports/${file.id}/file`}>
          <button type="submit" className="main">
            Download {file.rows.toLocaleString('en')} signatures{file.recipient ? ', encrypted' : ''}
          </button>
        </form>
      )}
      <dl>
        <dt>Petition</dt>
        <dd>
          <PetitionName slug={file.petition} />
        </dd>
        {Object.entries(file.filter).map(([name, value]) => (
          <div key={name} className="pair">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <dt>Columns</dt>
        <dd>{file.columns.join(', ')}, mark</dd>
        <dt>Format</dt>
        <dd>{file.format === 'csv' ? 'CSV' : 'JSON Lines'}</dd>
        {file.recipient && (
          <>
            <dt>Encrypted to</dt>
            <dd>
              <code>{file.recipient}</code>
            </dd>
          </>
        )}
        <dt>Purpose</dt>
        <dd>{file.reason}</dd>
        <dt>Requested</dt>
        <dd>
          by {file.askedBy}, <Time at={file.askedAt} zone />
        </dd>
        {file.approvedBy && (
          <>
            <dt>Approved</dt>
            <dd>by {file.approvedBy}</dd>
          </>
        )}
        <dt>Downloads started</dt>
        <dd>{file.starts}</dd>
      </dl>
      {file.recipient && (
        <p className="hint">
          The reader opens it with <code>age -d -i key.txt file.age</code>. It is created while you download it and is
          not stored here. An interrupted download cannot be opened; you can start three downloads in total.
        </p>
      )}
    </>
  )
}

function said({ stage, own, until, askedBy, rows }: ExportView): string {
  if (rows === 0) return 'No signatures match: there is nothing to download.'
  const time = until.toISOString().slice(0, 16).replace('T', ' ')
  if (stage === 'waiting') return 'Awaiting a second person: see Approvals.'
  if (stage === 'fetching')
    return 'Downloading. If the download was interrupted, you can start again after two minutes.'
  if (stage === 'fetched') return 'Downloaded. Nothing of it is stored here.'
  if (stage === 'gone') return 'This file is no longer available. Please request a new one.'
  return own ? `Ready until ${time} UTC.` : `Ready until ${time} UTC, for ${askedBy} only.`
}
