import { countryName } from '@/components/admin/display-names'
import type { CoSignatureState } from '@/prisma/generated/enums'
import { AdminTable } from '../admin-table'
import { Empty } from '../empty'
import { t } from '../words'
import { CoSignaturePill } from './co-signature-pill'

interface Row {
  id: string
  organisation: string
  country?: string | null
  state: CoSignatureState
  /** Set if the list covers several letters. */
  letterTitle?: string
}

/** A letter's co-signatures in every state. */
export function CoSignatureList({ rows }: { rows: Row[] }) {
  if (rows.length === 0)
    return <Empty next={{ href: '/admin/coalition/letters', words: t('place.letters') }}>{t('coalition.none')}</Empty>
  return (
    <AdminTable
      id="list"
      heads={[
        t('common.organisation'),
        t('common.state'),
        rows[0]?.letterTitle ? t('common.letter') : t('common.country'),
      ]}
    >
      {rows.map(({ id, organisation, country, state, letterTitle }) => (
        <tr key={id}>
          <td className="name">
            <a href={`/admin/coalition/co-signatures/${id}`}>
              <bdi>{organisation}</bdi>
            </a>
          </td>
          <td>
            <CoSignaturePill state={state} />
          </td>
          <td>{letterTitle ? <bdi>{letterTitle}</bdi> : country ? countryName(country) : '–'}</td>
        </tr>
      ))}
    </AdminTable>
  )
}
