import { countryName } from '@/components/admin/display-names'
import type { CoSignatureState } from '@/prisma/generated/enums'
import { AdminTable } from '../admin-table'

interface Row {
  id: string
  organisation: string
  country?: string | null
  state: CoSignatureState
  /** Where the list covers several letters. */
  letterTitle?: string
}

const words: Record<CoSignatureState, string> = {
  invited: 'invited',
  confirmed: 'to review',
  approved: 'public',
  declined: 'declined',
  withdrawn: 'withdrawn',
}

/** A letter's co-signatures in every state. */
export function CoSignatureList({ rows }: { rows: Row[] }) {
  if (rows.length === 0) return <p className="empty">None.</p>
  return (
    <AdminTable id="list" heads={['Organisation', 'State', rows[0]?.letterTitle ? 'Letter' : 'Country']}>
      {rows.map(({ id, organisation, country, state, letterTitle }) => (
        <tr key={id}>
          <td className="name">
            <a href={`/admin/coalition/co-signatures/${id}`}>{organisation}</a>
          </td>
          <td>
            <span className={`tag ${state === 'confirmed' ? 'held' : state}`}>{words[state]}</span>
          </td>
          <td>{letterTitle ?? (country ? countryName(country) : '–')}</td>
        </tr>
      ))}
    </AdminTable>
  )
}
