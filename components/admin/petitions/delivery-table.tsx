import type { DeliveryView } from '@/lib/delivery/list-deliveries'
import { AdminTable } from '../admin-table'
import { t } from '../words'

/** The deliveries that were approved, with their packs and the answers to them. */
export function DeliveryTable({ petitionId, deliveries }: { petitionId: string; deliveries: DeliveryView[] }) {
  if (deliveries.length === 0) return null
  return (
    <>
      <h2>{t('common.approved')}</h2>
      <AdminTable heads={[t('common.day'), t('common.deliveredTo'), t('petitions.pack'), t('petitions.answers')]}>
        {deliveries.map(({ id, deliveredOn, addressees, sha256, answers }) => (
          <tr key={id}>
            <td>{deliveredOn.toISOString().slice(0, 10)}</td>
            <td>{addressees.join('; ')}</td>
            <td>
              {sha256 ? (
                <>
                  {/* On the public site, which alone serves packs. */}
                  {t.rich('petitions.sha256OfIts', { code: (inner) => <code>{inner}</code>, sha256 })}
                </>
              ) : (
                t('petitions.beingMadeReloadIn')
              )}
            </td>
            <td>
              <a href={`/admin/petitions/${petitionId}/hand-over/${id}`}>
                {answers.length === 0
                  ? t('petitions.enterAnAnswer')
                  : t('petitions.entered', { answers: answers.length })}
              </a>
            </td>
          </tr>
        ))}
      </AdminTable>
    </>
  )
}
