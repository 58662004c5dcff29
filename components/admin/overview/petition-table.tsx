import type { Machine } from '@/lib/staff/overview/find-machine'

/** The petitions with their counts. */
export function PetitionTable({ petitions, links }: { petitions: Machine['petitions']; links: boolean }) {
  if (petitions.length === 0) return <p className="empty">There is no petition yet.</p>
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Petition</th>
            <th scope="col">Status</th>
            <th scope="col" className="number">
              Count
            </th>
            <th scope="col" className="number">
              Of these on paper
            </th>
            <th scope="col" className="number">
              Goal
            </th>
          </tr>
        </thead>
        <tbody>
          {petitions.map(({ id, slug, status, net, paper, goal }) => (
            <tr key={id}>
              <td>
                <a href={`/admin/petitions/${id}`}>{slug}</a>
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
        </tbody>
      </table>
    </div>
  )
}
