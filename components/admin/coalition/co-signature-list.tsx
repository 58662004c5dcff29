import type { CoSignatureState } from '@/prisma/generated/enums'
import { AdminTable } from '../admin-table'

interface Row {
  id: string
  organisation: string
  country?: string | null
  state: CoSignatureState
  /** Of which letter, where the list is of several. */
  letterSlug?: string
}

const words: Record<CoSignatureState, string> = {
  invited: 'invited',
  confirmed: 'to look at',
  approved: 'public',
  declined: 'declined',
  withdrawn: 'withdrawn',
}

/** Organisations under a letter, in whatever state. */
export function CoSignatureList({ rows }: { rows: Row[] }) {
  if (rows.length === 0) return <p className="empty">There are none.</p>
  return (
    <AdminTable heads={['Organisation', 'State', rows[0]?.letterSlug ? 'Letter' : 'Country']}>
      {rows.map(({ id, organisation, country, state, letterSlug }) => (
        <tr key={id}>
          <td className="name">
            <a href={`/admin/coalition/co-signatures/${id}`}>{organisation}</a>
          </td>
          <td>
            <span className={`tag ${state === 'confirmed' ? 'held' : state}`}>{words[state]}</span>
          </td>
          <td>{letterSlug ?? country ?? '–'}</td>
        </tr>
      ))}
    </AdminTable>
  )
}
