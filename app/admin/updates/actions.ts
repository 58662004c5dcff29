'use server'

import { isId } from '@/lib/input/id'
import { createMailing, discardMailing, saveMailingText } from '@/lib/mailings/draft'
import { pauseMailing, requestMailing, resumeMailing } from '@/lib/mailings/send-mailing'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { idIn, wholeIn } from '@/lib/web/admin/read-field'

export const begin = adminAction('update.write', async (staff, form) => {
  const petition = field(form, 'petition')
  const begun = isId(petition) ? await createMailing(staff, petition, new Date()) : null
  return begun?.ok ? `/admin/updates/${begun.id}` : '/admin/updates?problem=petition_missing'
})

/** The text of one language. */
export const save = adminAction('update.write', async (staff, form) => {
  const id = idIn(form)
  const of = { id, locale: field(form, 'locale'), revision: wholeIn(form, 'revision') }
  const typed = { subject: field(form, 'subject'), body: field(form, 'body') }
  return after(id, 'saved', await saveMailingText(staff, of, typed, new Date()))
})

export const discard = adminAction('update.write', async (staff, form) => {
  const id = idIn(form)
  const gone = await discardMailing(staff, id, wholeIn(form, 'revision'), new Date())
  return gone.ok ? '/admin/updates?done=discarded' : after(id, '', gone)
})

/** At once, or to a second person. */
export const start = adminAction(['update.send', 'Send a mailing'], async (staff, form) => {
  const id = idIn(form)
  const why = field(form, 'why').slice(0, 500)
  const result = await requestMailing(staff, id, wholeIn(form, 'revision'), why, new Date())
  return after(id, result.ok && result.approval ? 'asked' : 'started', result)
})

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
