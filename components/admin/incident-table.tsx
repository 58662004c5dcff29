import type { Incident } from '@/lib/floods/incidents/list-incidents'
import { AdminTable } from './admin-table'
import { Empty } from './empty'
import { IncidentWords } from './incident-state'
import { MemberName } from './member-name'
import { PetitionName } from './petition-name'
import { Day } from './petitions/day'
import { t } from './words'

interface Props {
  incidents: Incident[]
  /** The page of an incident. */
  link: (id: string) => string
}

/** The incidents of ninety days with their outcome. */
export function IncidentTable({ incidents, link }: Props) {
  if (incidents.length === 0)
    return (
      <Empty next={{ href: '/admin/signatures', words: t('common.allSignatures') }}>
        {t('signatures.nothingUnusualInThis')}
      </Empty>
    )
  return (
    <AdminTable
      id="list"
      heads={[
        t('signatures.inCommon'),
        { number: t('common.signatures') },
        t('activity.days'),
        t('common.state'),
        t('common.petition'),
      ]}
    >
      {incidents.map((incident) => (
        <tr key={incident.id}>
          <td className="name">
            <a href={link(incident.id)}>
              <IncidentName incident={incident} />
            </a>
          </td>
          <td className="number">{incident.signatures.toLocaleString('en')}</td>
          <td>
            <IncidentDays incident={incident} />
          </td>
          <td>
            <IncidentWords incident={incident} />
          </td>
          <td>
            <PetitionName slug={incident.petition} />
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}

/** The trait that its signatures shared. The name of a mail domain is purged with the flood. */
export function IncidentName({ incident: { kind, via } }: { incident: Incident }) {
  if (kind === 'domain') return <>{t('activity.oneSmallDomain')}</>
  if (kind === 'network') return <>{t('signatures.oneBusyNetwork')}</>
  if (kind === 'link' && via) return <>{t.rich('signatures.memberLink', { member: () => <MemberName slug={via} /> })}</>
  return <>{t('signatures.anUnusualHour')}</>
}

export function IncidentDays({ incident: { firstDay, lastDay } }: { incident: Incident }) {
  if (firstDay.getTime() === lastDay.getTime()) return <Day date={firstDay} />
  return (
    <>
      <Day date={firstDay} />–<Day date={lastDay} />
    </>
  )
}
