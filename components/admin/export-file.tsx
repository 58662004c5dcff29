import type { ExportView } from '@/lib/exports/list-exports'
import { Time } from './time'

/** One file: what it holds, how it stands, and the button that fetches it. */
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
        <dd>{file.petition}</dd>
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
        <dt>For</dt>
        <dd>{file.reason}</dd>
        <dt>Asked</dt>
        <dd>
          by {file.askedBy}, <Time at={file.askedAt} /> UTC
        </dd>
        {file.agreedBy && (
          <>
            <dt>Agreed</dt>
            <dd>by {file.agreedBy}</dd>
          </>
        )}
        <dt>Downloads begun</dt>
        <dd>{file.starts}</dd>
      </dl>
      {file.recipient && (
        <p className="hint">
          Who is to read it opens it with <code>age -d -i key.txt file.age</code>. It is made while you download it and
          kept nowhere here; a download that breaks off opens for nobody and may be begun again, three times in all.
        </p>
      )}
    </>
  )
}

function said({ stage, own, until, askedBy, rows }: ExportView): string {
  if (rows === 0) return 'No signature is like that: there is nothing to download.'
  const time = until.toISOString().slice(0, 16).replace('T', ' ')
  if (stage === 'waiting') return 'Waits for a second person: see Two people.'
  if (stage === 'fetching') return 'It is being downloaded. One that breaks off can be begun again two minutes later.'
  if (stage === 'fetched') return 'It was downloaded. Nothing of it is here any more.'
  if (stage === 'gone') return 'It can no longer be downloaded. Ask anew.'
  return own ? `Ready until ${time} UTC.` : `Ready until ${time} UTC, for ${askedBy} alone.`
}
