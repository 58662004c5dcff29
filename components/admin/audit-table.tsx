import { type AuditView, foldEntries } from '@/lib/staff/audit/list-entries'
import { AdminTable } from './admin-table'
import { auditWords } from './audit-words'
import { Time } from './time'

/**
 * What was done, in words, newest first. Entries of one act (the same person and verb, within two minutes of the next)
 * stand together; each entry as it was recorded is under "Details".
 */
export function AuditTable({ entries }: { entries: AuditView[] }) {
  if (entries.length === 0) return <p className="empty">No entries.</p>
  return (
    <AdminTable heads={[{ time: 'Time' }, 'Person', 'Action', 'As recorded']}>
      {foldEntries(entries).map(({ first, all }) => (
        <tr key={String(first.seq)}>
          <td>
            <Time at={first.at} />
          </td>
          <td>{first.who}</td>
          <td className="name">{auditWords(first.verb, all.length)}</td>
          <td>
            <details>
              <summary>
                {all.length === 1 ? 'Details' : `${all.length} entries`}
                <span className="unseen">
                  {' '}
                  of {auditWords(first.verb, all.length)}, number {String(first.seq)}
                </span>
              </summary>
              <ul>
                {all.map((entry) => (
                  <li key={String(entry.seq)}>
                    <Recorded entry={entry} />
                  </li>
                ))}
              </ul>
            </details>
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}

function Recorded({ entry: { seq, at, verb, subject, signedIn, detail } }: { entry: AuditView }) {
  const fields = Object.entries(detail).map(([name, value]) => `${name}: ${value}`)
  return (
    <>
      No. {String(seq)}, <Time at={at} />, {verb}, <code>{subject}</code>
      {fields.length > 0 && `, ${fields.join(' · ')}`}, signed in: {signedIn}
    </>
  )
}
