'use server'

import { readForm } from '@/lib/coalition/entities/fields'
import { answerForm } from '@/lib/delivery/answers/answer-form'
import { draftAnswerMailing } from '@/lib/delivery/answers/draft-mailing'
import { removeAnswer } from '@/lib/delivery/answers/remove-answer'
import { requestAnswer } from '@/lib/delivery/answers/request-answer'
import { readDeliveryOrder } from '@/lib/delivery/order'
import { requestDelivery } from '@/lib/delivery/request-delivery'
import type { Staff } from '@/lib/staff/staff'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'
import { formFields } from '@/lib/web/admin/form-fields'
import { idIn } from '@/lib/web/admin/read-field'
import { confirmed } from '../../../confirm/confirmed'

/** Requests a delivery; a second person approves it. */
export const handOver = adminAction('petition.hand_over', handOverAs)

/** Requests a delivery with names. */
export const handOverNames = adminAction(['petition.hand_over_names', 'Request delivery'], handOverAs)

async function handOverAs(staff: Staff, form: FormData): Promise<string> {
  const id = idIn(form)
  const read = readDeliveryOrder(formFields(form))
  const asked = read.ok ? await requestDelivery(staff, id, read.order, new Date()) : read
  return asked.ok ? `/admin/approvals/${asked.approval}` : `/admin/petitions/${id}/hand-over?problem=${asked.reason}`
}

/** Requests to publish an office's answer. */
export const enterAnswer = adminAction('petition.answer', (staff, form) => {
  const [id, page] = [idIn(form), pageOf(form)]
  const ways = { name: 'answer', form: () => page, saved: () => page }
  return saveForm(staff, form, ways, async (fields, now) => {
    const read = readForm(answerForm, fields)
    return read.ok ? requestAnswer(staff, id, read.form, now) : read
  })
})

/** Drafts the mailing that tells signers of an answer; sending it is a separate step. */
export const tellSigners = adminAction('update.write', async (staff, form) => {
  const drafted = await draftAnswerMailing(staff, idIn(form, 'answer'), new Date())
  return drafted.ok ? `/admin/updates/${drafted.id}` : `${pageOf(form)}?problem=${drafted.reason}`
})

export const dropAnswer = adminAction(
  'petition.answer',
  confirmed('remove-answer', async (staff, form) => {
    const result = await removeAnswer(staff, field(form, 'answer'), field(form, 'why').slice(0, 500), new Date())
    return `${pageOf(form)}?${result.ok ? 'done=answer_removed' : `problem=${result.reason}`}`
  }),
)

function pageOf(form: FormData): string {
  return `/admin/petitions/${idIn(form, 'petition')}/hand-over/${idIn(form)}`
}
