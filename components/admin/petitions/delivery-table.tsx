import type { DeliveryView } from '@/lib/delivery/list-deliveries'
import type { NamesView } from '@/lib/delivery/names/fetch-names'
import type { PackProgress } from '@/lib/delivery/progress'
import { AdminTable } from '../admin-table'
import { Live, RUNNING } from '../live'
import { Time } from '../time'
import { t } from '../words'
import { Day } from './day'
import { PackInMaking, Unprinted } from './pack-progress'

interface Props {
  petitionId: string
  deliveries: DeliveryView[]
  /** By delivery. */
  names: Map<string, NamesView>
  progress: Map<string, PackProgress>
  /** The viewer may download names. */
  fetches: boolean
}

/** Approved deliveries with their packs, whose making a script follows, and links to their answers. */
export function DeliveryTable({ petitionId, deliveries, names, progress, fetches }: Props) {
  if (deliveries.length === 0) return null
  const making = deliveries.some(({ sha256 }) => sha256 === null)
  return (
    <Live state="deliveries" every={making ? RUNNING : null}>
      <h2>{t('common.approved')}</h2>
      <AdminTable heads={[t('common.day'), t('common.deliveredTo'), t('petitions.pack'), t('petitions.answers')]}>
        {deliveries.map(({ id, deliveredOn, addressees, sha256, answers }) => (
          <tr key={id}>
            <td>
              <Day date={deliveredOn} />
            </td>
            <td>
              <bdi>{addressees.join('; ')}</bdi>
            </td>
            <td>
              {sha256 ? (
                <>
                  <p>
                    <a href={`/admin/petitions/${petitionId}/hand-over/${id}/pack`}>{t('petitions.downloadPack')}</a>
                  </p>
                  {t.rich('petitions.sha256OfIts', { code: (inner) => <code>{inner}</code>, sha256 })}
                  <Unprinted progress={progress.get(id)} />
                </>
              ) : (
                <PackInMaking progress={progress.get(id)} />
              )}
              <Names
                action={`/admin/petitions/${petitionId}/hand-over/${id}/names`}
                of={names.get(id)}
                fetches={fetches}
              />
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
    </Live>
  )
}

/** The names that some addressees get. */
function Names({ action, of, fetches }: { action: string; of: NamesView | undefined; fetches: boolean }) {
  if (!of?.until || of.names === null) return of ? <p>{t('petitions.namesBeingMade')}</p> : null
  const { stage, names, until } = of
  if (stage === 'gone') return <p>{t('petitions.namesGone', { names })}</p>
  return (
    <>
      <p>{t.rich('petitions.namesUntil', { names, time: () => <Time at={until} zone /> })}</p>
      {fetches && (
        <form method="post" action={action}>
          <button type="submit">{t('petitions.fetchNames')}</button>
        </form>
      )}
    </>
  )
}
