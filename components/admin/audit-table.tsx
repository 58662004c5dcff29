import type { AuditView } from '@/lib/staff/audit/list-entries'
import { AdminTable } from './admin-table'
import { Time } from './time'

/** Entries of the record, as they were written. */
export function AuditTable({ entries }: { entries: AuditView[] }) {
  if (entries.length === 0) return <p className="empty">No entries.</p>
  return (
    <AdminTable heads={['No.', 'Time (UTC)', 'Person', 'Action', 'Subject', 'Details']}>
      {entries.map((entry) => (
        <tr key={String(entry.seq)}>
          <td className="number">{String(entry.seq)}</td>
          <td>
            <Time at={entry.at} />
          </td>
          <td title={entry.signedIn}>{entry.who}</td>
          <td>{entry.verb}</td>
          <td>
            <code>{shortened(entry.subject)}</code>
          </td>
          <td>
            {Object.entries(entry.detail)
              .map(([name, value]) => `${name}: ${value}`)
              .join(' · ')}
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}

function shortened(subject: string): string {
  const [kind = '', key = ''] = subject.split(':')
  return `${kind} ${key.slice(0, 8)}`
}
