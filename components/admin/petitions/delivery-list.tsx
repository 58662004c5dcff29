import type { DeliveryView } from '@/lib/delivery/list-deliveries'
import { AdminTable } from '../admin-table'
import { t } from '../words'
import { Day } from './day'

interface Props {
  petitionId: string
  deliveries: DeliveryView[]
  /** The viewer may enter answers. */
  answers: boolean
}

/** A petition's deliveries, with the number of answers to each. */
export function DeliveryList({ petitionId, deliveries, answers }: Props) {
  if (deliveries.length === 0) return <p className="muted">{t('petitions.notDeliveredYet')}</p>
  return (
    <AdminTable heads={[t('common.day'), t('common.deliveredTo'), t('petitions.answers')]}>
      {deliveries.map(({ id, deliveredOn, addressees, answers: { length } }) => {
        const words = length === 0 ? t('petitions.noAnswerYet') : t('petitions.entered', { answers: length })
        return (
          <tr key={id}>
            <td>
              <Day date={deliveredOn} />
            </td>
            <td>
              <bdi>{addressees.join('; ')}</bdi>
            </td>
            <td>{answers ? <a href={`/admin/petitions/${petitionId}/hand-over/${id}`}>{words}</a> : words}</td>
          </tr>
        )
      })}
    </AdminTable>
  )
}
