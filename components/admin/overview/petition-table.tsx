import type { SystemStatus } from '@/lib/overview/find-system-status'
import { AdminTable } from '../admin-table'
import { PetitionName } from '../petition-name'

/** The petitions with their counts. */
export function PetitionTable({ petitions, links }: { petitions: SystemStatus['petitions']; links: boolean }) {
  if (petitions.length === 0) return <p className="empty">No petitions yet.</p>
  return (
    <AdminTable heads={['Petition', 'Status', { number: 'Count' }, { number: 'On paper' }, { number: 'Goal' }]}>
      {petitions.map(({ id, slug, status, net, paper, goal }) => (
        <tr key={id}>
          <td>
            <a href={`/admin/petitions/${id}`}>
              <PetitionName slug={slug} />
            </a>
          </td>
          <td>{status}</td>
          <td className="number">
            {links ? (
              <a href={`/admin/signatures?petition=${id}`}>{net.toLocaleString('en')}</a>
            ) : (
              net.toLocaleString('en')
            )}
          </td>
          <td className="number">{paper.toLocaleString('en')}</td>
          <td className="number">{goal.toLocaleString('en')}</td>
        </tr>
      ))}
    </AdminTable>
  )
}
