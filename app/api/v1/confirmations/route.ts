import { sealFormState } from '@/lib/integrity/form-state'
import { confirm } from '@/lib/signatures/confirm'
import { editPendingForm } from '@/lib/signatures/edit-pending-form'
import { editableFields } from '@/lib/signatures/signature-form'
import { seeOther, wantsJson } from '@/lib/web/answer'
import { answerPatiently } from '@/lib/web/answer-patiently'
import { answerSettled } from '@/lib/web/handle-token-post'
import { invalidFields } from '@/lib/web/invalid-fields'
import { type Post, readPost } from '@/lib/web/read-post'
import { redirectToForm } from '@/lib/web/redirect-to-form'
import { senderOf } from '@/lib/web/sender-of'

/**
 * Confirms the form of a mailed token: the buttons of its page post here. Only POST: a GET confirms nothing. With
 * `correct` the fields replace those of the form; if one is invalid, nothing is confirmed.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await readPost(request)
  return form instanceof Response ? form : answerPatiently(request, form, () => settle(request, form))
}

async function settle(request: Request, { fields, locale }: Post): Promise<Response> {
  const token = fields.token ?? ''
  const now = new Date()
  const edited =
    fields.correct === 'on' ? await editPendingForm(token, fields, senderOf(request, fields, now), now) : null
  if (edited && !edited.ok) {
    if (wantsJson(request)) return invalidFields('form', edited.errors, locale)
    const values = Object.fromEntries(editableFields.map((name) => [name, fields[name] ?? '']))
    return seeOther(
      `/${locale}/signature/${token}?draft=${await sealFormState({ values, errors: edited.errors }, now)}`,
    )
  }
  return answerSettled(request, fields, await confirm(token, now, edited?.edit), 'confirmed')
}

export const GET = redirectToForm('/signature')
