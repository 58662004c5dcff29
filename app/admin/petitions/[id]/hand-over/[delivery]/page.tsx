import { adminPage } from '@/components/admin/admin-page'
import { placeCrumb } from '@/components/admin/crumbs'
import { AdminForm } from '@/components/admin/form/admin-form'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { answerFields } from '@/components/admin/petitions/answer-fields'
import { AnswerTable } from '@/components/admin/petitions/answer-table'
import { t } from '@/components/admin/words'
import { findAnswerMailings } from '@/lib/delivery/answers/draft-mailing'
import { listDeliveries } from '@/lib/delivery/list-deliveries'
import { findForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { begin } from '../../../../updates/actions'
import { enterAnswer, tellSigners } from '../actions'

export default adminPage('petition.answer', async (staff, { params, searchParams }) => {
  const { id = '', delivery: deliveryId = '' } = await params
  const [found, query] = await Promise.all([findForAdmin(staff, id, readerLanguage()), searchParams])
  const delivery = found && (await listDeliveries(id, null)).find((one) => one.id === deliveryId)
  if (!delivery || found.petition.removedAt) return <NotFound what={t('petitions.delivery')} list="/admin/petitions" />
  const ids = delivery.answers.map((answer) => answer.id)
  const mailings = may(staff.role, 'update.read') ? await findAnswerMailings(staff, ids) : null
  const day = delivery.deliveredOn.toISOString().slice(0, 10)
  return (
    <>
      <PageHeading
        below={[
          placeCrumb('/admin/petitions'),
          { href: `/admin/petitions/${id}`, words: found.name, entered: true },
          { href: `/admin/petitions/${id}/hand-over`, words: t('petitions.deliveries') },
        ]}
        here={day}
      >
        {t('petitions.answersToTheDelivery', { day, name: found.name })}
      </PageHeading>
      <Notice searchParams={searchParams} />
      <AnswerTable
        petition={id}
        delivery={delivery}
        now={new Date()}
        mailings={mailings}
        prepare={may(staff.role, 'update.write') ? tellSigners : null}
      />
      {may(staff.role, 'update.write') && (
        <form action={begin} className="row">
          <input type="hidden" name="petition" value={id} />
          <button type="submit">{t('petitions.createDraftOfA')}</button>
          <span className="hint">{t('petitions.toTheSignersWho')}</span>
        </form>
      )}
      <h2>{t('petitions.enterAnAnswer')}</h2>
      <p>{t('petitions.onceASecondPerson')}</p>
      <AdminForm
        action={enterAnswer}
        fields={answerFields(delivery.addressees)}
        draft={await findDraft(staff, 'answer', query.draft)}
        draftOf="answer"
        hidden={{ id: deliveryId, petition: id }}
        submit={t('petitions.requestApproval')}
      />
      <p>
        <a href={`/admin/petitions/${id}/hand-over`}>{t('petitions.allDeliveriesOfThis')}</a>
      </p>
    </>
  )
})
