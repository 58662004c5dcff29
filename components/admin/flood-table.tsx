import type { Incident } from '@/lib/floods/incidents/list-incidents'
import type { Flood } from '@/lib/floods/list-floods'
import { AdminTable } from './admin-table'
import { FloodName } from './flood-name'
import { IncidentWords } from './incident-state'
import { PetitionName } from './petition-name'
import { Time } from './time'
import { t } from './words'

interface Props {
  floods: Flood[]
  /** Their incidents, by key. */
  incidents: Map<string, Incident>
  /** The key of the flood in the chart. */
  shown: string | undefined
  /** The page with another flood's chart. */
  link: (key: string) => string
}

/** Floods, each with a link to its chart and actions. */
export function FloodTable({ floods, incidents, shown, link }: Props) {
  return (
    <AdminTable
      id="list"
      heads={[
        t('signatures.inCommon'),
        { number: t('common.signatures') },
        { number: t('signatures.held') },
        { time: t('signatures.from') },
        { time: t('signatures.to') },
        t('common.state'),
        t('common.petition'),
      ]}
    >
      {floods.map((flood) => (
        <tr key={flood.key}>
          <td className="name">
            <a href={link(flood.key)} aria-current={flood.key === shown ? 'true' : undefined}>
              <FloodName flood={flood} />
              <span className="unseen">
                {' '}
                <Time at={flood.from} />
              </span>
            </a>
          </td>
          <td className="number">{flood.signatures.toLocaleString('en')}</td>
          <td className="number">{flood.held.toLocaleString('en')}</td>
          <td>
            <Time at={flood.from} />
          </td>
          <td>
            <Time at={flood.to} />
          </td>
          <td>
            <IncidentWords incident={incidents.get(flood.key) ?? null} />
          </td>
          <td>
            <PetitionName slug={flood.slug} />
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}
