import { DeliveryList } from '@/components/admin/petitions/delivery-list'
import { petitionTab } from '@/components/admin/petitions/petition-tab'
import { ResultNumbers } from '@/components/admin/petitions/result-numbers'
import { t } from '@/components/admin/words'
import { listDeliveries } from '@/lib/delivery/list-deliveries'
import { countriesOf } from '@/lib/petitions/countries'
import { may } from '@/lib/staff/roles'

/** A petition's results: its signers, deliveries and answers. */
export default petitionTab('results', async (found, staff) => {
  const { id, status, removedAt } = found.petition
  const [countries, deliveries] = await Promise.all([countriesOf(id, new Date()), listDeliveries(id, null)])
  const delivers = may(staff.role, 'petition.hand_over') && status !== 'draft' && !removedAt
  return (
    <div className="beside">
      <section>
        <ResultNumbers found={found} countries={countries} />
      </section>
      <section>
        <h2>{t('petitions.deliveriesAndAnswers')}</h2>
        <DeliveryList
          petitionId={id}
          deliveries={deliveries}
          answers={delivers && may(staff.role, 'petition.answer')}
        />
        {delivers && (
          <p>
            <a href={`/admin/petitions/${id}/hand-over`}>{t('petitions.deliverItToWhom')}</a>
          </p>
        )}
      </section>
    </div>
  )
})
