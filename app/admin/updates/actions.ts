'use server'

import { confirmPath } from '@/components/admin/confirm/confirmables'
import { textDigest, updateLocales } from '@/components/admin/mailings/text-digest'
import { isId } from '@/lib/input/id'
import { storable } from '@/lib/input/storable'
import { createMailing, discardMailing, discardOtherText, saveMailingText } from '@/lib/mailings/draft'
import { hideMailing, requestPublicMailing } from '@/lib/mailings/publish-mailing'
import { MAX_IMPORT, readImport } from '@/lib/mailings/read-import'
import { pauseMailing, requestMailing, resumeMailing } from '@/lib/mailings/send-mailing'
import { mailTest } from '@/lib/mailings/test-mailing'
import { keepDraft } from '@/lib/staff/drafts/keep-draft'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { formFields } from '@/lib/web/admin/form-fields'
import { idIn, wholeIn } from '@/lib/web/admin/read-field'
import { confirmed } from '../confirm/confirmed'

export const begin = adminAction('update.write', async (staff, form) => {
  const petition = field(form, 'petition')
  const begun = isId(petition) ? await createMailing(staff, petition, new Date()) : null
  return begun?.ok ? `/admin/updates/${begun.id}` : '/admin/updates?problem=petition_missing'
})

/** Saves the texts that were changed in the form of all languages. Refused ones are shown again. */
export const save = adminAction('update.write', async (staff, form) => {
  const id = idIn(form)
  const now = new Date()
  const taken = field(form, 'take')
  const problems: string[] = []
  for (const locale of updateLocales) {
    if (!form.has(`revision-${locale}`)) continue
    const typed = { subject: field(form, `subject-${locale}`), body: field(form, `body-${locale}`) }
    if (textDigest(typed) === field(form, `shown-${locale}`) && locale !== taken) continue
    const of = { id, locale, revision: wholeIn(form, `revision-${locale}`) }
    const result = await saveMailingText(staff, of, typed, now)
    if (!result.ok) problems.push(result.reason)
  }
  if (problems.some((reason) => reason !== 'changed' && reason !== 'text')) {
    const draft = await keepDraft(staff, 'update', { fields: formFields(form), errors: {} }, now)
    return `/admin/updates/${id}?problem=${problems.find((reason) => reason !== 'changed')}&draft=${draft}`
  }
  // Conflicting texts are stored beside the saved ones.
  if (problems[0]) return `/admin/updates/${id}?problem=${problems[0]}&aside=1`
  if (field(form, 'then') === 'test') return after(id, 'test_sent', await mailTest(staff, id, now))
  if (field(form, 'then') === 'preview') return `/admin/updates/${id}?done=saved&view=preview#texts`
  const dropped = updateLocales.find((one) => one === field(form, 'drop'))
  return dropped ? confirmPath('discard-other-text', `${id}.${dropped}`) : `/admin/updates/${id}?done=saved`
})

/** Fills the form of all languages from one text; nothing is saved yet. */
export const importTexts = adminAction('update.write', async (staff, form) => {
  const id = idIn(form)
  const now = new Date()
  const file = form.get('file')
  const typed = field(form, 'texts') || (file instanceof File ? storable(await file.text()) : '')
  const read = readImport(typed)
  if (read.ok) {
    const fields = Object.fromEntries(
      read.texts.flatMap(({ locale, subject, body }) => [
        [`subject-${locale}`, subject],
        [`body-${locale}`, body],
      ]),
    )
    const draft = await keepDraft(staff, 'update', { fields, errors: {} }, now)
    return `/admin/updates/${id}?done=imported&draft=${draft}`
  }
  const fields = { texts: typed.slice(0, MAX_IMPORT), at: read.at }
  const draft = await keepDraft(staff, 'texts of a mailing', { fields, errors: { texts: [read.problem] } }, now)
  return `/admin/updates/${id}/import?draft=${draft}`
})

/** Discards a conflicting text; the saved one stays. */
export const discardOther = adminAction(
  'update.write',
  confirmed('discard-other-text', async (staff, form) => {
    const id = idIn(form)
    return after(id, 'saved', await discardOtherText(staff, id, field(form, 'locale'), new Date()))
  }),
)

export const discard = adminAction(
  'update.write',
  confirmed('discard-update', async (staff, form) => {
    const id = idIn(form)
    const gone = await discardMailing(staff, id, wholeIn(form, 'revision'), new Date())
    return gone.ok ? '/admin/updates?done=discarded' : after(id, '', gone)
  }),
)

/** Requests approval to publish it on the petition's page. */
export const publish = adminAction(
  'update.publish',
  confirmed('publish-update', async (staff, form) => {
    const id = idIn(form)
    return after(id, 'asked', await requestPublicMailing(staff, id, field(form, 'why').slice(0, 500), new Date()))
  }),
)

export const hide = adminAction(
  'update.write',
  confirmed('hide-update', async (staff, form) => {
    const id = idIn(form)
    return after(id, 'update_hidden', await hideMailing(staff, id, field(form, 'why').slice(0, 500), new Date()))
  }),
)

/** Sends at once, or requests approval. */
export const start = adminAction(
  ['update.send', 'Send a mailing'],
  confirmed('send-update', async (staff, form) => {
    const id = idIn(form)
    const why = field(form, 'why').slice(0, 500)
    const result = await requestMailing(staff, id, wholeIn(form, 'revision'), why, new Date())
    return after(id, result.ok && result.approval ? 'asked' : 'started', result)
  }),
)

export const stop = adminAction('update.stop', async (staff, form) => {
  const id = idIn(form)
  return after(id, 'stopped', await pauseMailing(staff, id, new Date()))
})

export const resume = adminAction(['update.send', 'Resume a mailing'], async (staff, form) => {
  const id = idIn(form)
  return after(id, 'started', await resumeMailing(staff, id, new Date()))
})

function after(id: string, done: string, result: { ok: true } | { ok: false; reason: string }): string {
  return `/admin/updates/${id}?${result.ok ? `done=${done}` : `problem=${result.reason}`}`
}
