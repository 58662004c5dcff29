import { adminPage } from '@/components/admin/admin-page'
import { placeCrumb } from '@/components/admin/crumbs'
import { KeptDraft } from '@/components/admin/form/kept-draft'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { DeliveryTable } from '@/components/admin/petitions/delivery-table'
import { t } from '@/components/admin/words'
import { listDeliveries } from '@/lib/delivery/list-deliveries'
import { listNames } from '@/lib/delivery/names/fetch-names'
import { listProgress } from '@/lib/delivery/progress'
import { findForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { handOver, handOverNames } from './actions'

export default adminPage('petition.hand_over', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const found = await findForAdmin(staff, id, readerLanguage())
  if (!found || found.petition.status === 'draft' || found.petition.removedAt)
    return <NotFound title={t('petitions.nothingToDeliver')} list="/admin/petitions" />
  const [names, withNames] = [await listNames(staff, id, new Date()), may(staff.role, 'petition.hand_over_names')]
  const draft = await findDraft(staff, `delivery ${id}`, (await searchParams).draft)
  return (
    <>
      <PageHeading
        below={[placeCrumb('/admin/petitions'), { href: `/admin/petitions/${id}`, words: found.name, entered: true }]}
        here={t('petitions.deliveries')}
      >
        {t('petitions.deliver', { name: found.name })}
      </PageHeading>
      <Notice searchParams={searchParams} />
      <p>{t('petitions.afterASecondPerson')}</p>
      <p>
        {t.rich('petitions.handOverNames', {
          export: (inner) =>
            may(staff.role, 'export.personal') ? (
              <a href={`/admin/exports/new?preset=delivery&petition=${id}`}>{inner}</a>
            ) : (
              inner
            ),
        })}
      </p>
      <form action={withNames ? handOverNames : handOver} className="stack">
        <KeptDraft draft={draft} name={`delivery ${id}`} />
        <input type="hidden" name="id" value={id} />
        <label htmlFor="day">{t('petitions.dayOfTheDelivery')}</label>
        <input id="day" name="day" type="date" required defaultValue={draft?.fields.day} />
        <label htmlFor="addressees">{t('petitions.deliveredToOneA')}</label>
        <p className="hint" id="addressees-hint">
          {t('petitions.officesNotPeopleAs')}
          {withNames && (
            <>
              <br />
              {t('petitions.handOverKeysHint')}
            </>
          )}
        </p>
        <textarea
          id="addressees"
          name="addressees"
          rows={4}
          required
          aria-describedby="addressees-hint"
          defaultValue={draft?.fields.addressees}
        />
        <label htmlFor="why">{t('petitions.reasonForTheSecond')}</label>
        <input id="why" name="why" required maxLength={500} defaultValue={draft?.fields.why} />
        <button type="submit" className="main">
          {t('petitions.requestDelivery')}
        </button>
      </form>
      <DeliveryTable
        petitionId={id}
        deliveries={await listDeliveries(id, null)}
        names={names}
        progress={await listProgress(staff, id)}
        fetches={withNames}
      />
      <p>
        <a href={`/admin/petitions/${id}`}>{t('petitions.backToThePetition')}</a>
      </p>
    </>
  )
})
