import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AdminForm } from '@/components/admin/form/admin-form'
import { Notice } from '@/components/admin/notice'
import { answerFields } from '@/components/admin/petitions/answer-fields'
import { AnswerTable } from '@/components/admin/petitions/answer-table'
import { listDeliveries } from '@/lib/delivery/list-deliveries'
import { findForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { begin } from '../../../../updates/actions'
import { enterAnswer } from '../actions'

export const metadata: Metadata = { title: 'Answers' }

export default adminPage('petition.answer', async (staff, { params, searchParams }) => {
  const { id = '', delivery: deliveryId = '' } = await params
  const [found, query] = await Promise.all([findForAdmin(staff, id), searchParams])
  const delivery = found && (await listDeliveries(id, null)).find((one) => one.id === deliveryId)
  if (!delivery || found.petition.removedAt) return <h1>No such delivery</h1>
  const day = delivery.deliveredOn.toISOString().slice(0, 10)
  return (
    <>
      <h1>
        Answers to the delivery of {day}: {found.name}
      </h1>
      <Notice searchParams={searchParams} />
      <AnswerTable delivery={delivery} now={new Date()} />
      {may(staff.role, 'update.write') && (
        <form action={begin} className="row">
          <input type="hidden" name="petition" value={id} />
          <button type="submit">Create draft of a mailing</button>
          <span className="hint">to the signers who asked for updates</span>
        </form>
      )}
      <h2>Enter an answer</h2>
      <p>
        Once a second person has approved it, the petition’s page shows it in every language, with its day and source.
      </p>
      <AdminForm
        action={enterAnswer}
        fields={answerFields(delivery.addressees)}
        draft={await findDraft(staff, 'answer', query.draft)}
        draftOf="answer"
        hidden={{ id: deliveryId, petition: id }}
        submit="Request approval"
      />
      <p>
        <a href={`/admin/petitions/${id}/hand-over`}>All deliveries of this petition</a>
      </p>
    </>
  )
})
