import type { PetitionCount } from '@/lib/overview/find-petition-counts'
import { AdminTable } from '../admin-table'
import { Empty } from '../empty'
import { PetitionName } from '../petition-name'
import { signed } from '../petitions/petition-numbers'
import { StatusPill } from '../pill'
import { t } from '../words'

/** The petitions with their counts. */
export function PetitionTable({ petitions, links }: { petitions: PetitionCount[]; links: boolean }) {
  if (petitions.length === 0)
    return (
      <Empty next={{ href: '/admin/petitions', words: t('common.petitions') }}>{t('overview.noPetitionsYet')}</Empty>
    )
  return (
    <AdminTable
      heads={[
        t('common.petition'),
        t('common.status'),
        { number: t('common.count') },
        { number: t('petitions.today') },
        { number: t('petitions.lastSevenDays') },
        { number: t('overview.onPaper') },
        { number: t('common.goal') },
      ]}
    >
      {petitions.map(({ id, slug, status, net, recent, paper, goal }) => (
        <tr key={id}>
          <td>
            <a href={`/admin/petitions/${id}`}>
              <PetitionName slug={slug} />
            </a>
          </td>
          <td>
            <StatusPill code={status} />
          </td>
          <td className="number">
            {links ? (
              <a href={`/admin/signatures?petition=${id}`}>{net.toLocaleString('en')}</a>
            ) : (
              net.toLocaleString('en')
            )}
          </td>
          <td className="number">{signed(recent?.today)}</td>
          <td className="number">{signed(recent?.week)}</td>
          <td className="number">{paper.toLocaleString('en')}</td>
          <td className="number">{goal.toLocaleString('en')}</td>
        </tr>
      ))}
    </AdminTable>
  )
}
