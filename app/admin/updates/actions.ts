'use server'

import { isId } from '@/lib/input/id'
import { beginUpdate, discardUpdate, saveUpdateText } from '@/lib/signatures/updates/draft'
import { continueUpdate, stopUpdate } from '@/lib/signatures/updates/pause-update'
import { startUpdate } from '@/lib/signatures/updates/start-update'
import { deskAction, field } from '@/lib/web/desk/desk-action'
import { idIn, wholeIn } from '@/lib/web/desk/read-field'

export const begin = deskAction('update.write', async (staff, form) => {
  const petition = field(form, 'petition')
  const begun = isId(petition) ? await beginUpdate(staff, petition, new Date()) : null
  return begun?.ok ? `/admin/updates/${begun.id}` : '/admin/updates?problem=petition_missing'
})

/** The text of one language. */
export const save = deskAction('update.write', async (staff, form) => {
  const id = idIn(form)
  const of = { id, locale: field(form, 'locale'), revision: wholeIn(form, 'revision') }
  const typed = { subject: field(form, 'subject'), body: field(form, 'body') }
  return after(id, 'saved', await saveUpdateText(staff, of, typed, new Date()))
})

export const discard = deskAction('update.write', async (staff, form) => {
  const id = idIn(form)
  const gone = await discardUpdate(staff, id, wholeIn(form, 'revision'), new Date())
  return gone.ok ? '/admin/updates?done=discarded' : after(id, '', gone)
})

/** At once, or to a second person. */
export const start = deskAction(['update.send', 'Send an update to signers'], async (staff, form) => {
  const id = idIn(form)
  const why = field(form, 'why').slice(0, 500)
  const result = await startUpdate(staff, id, wholeIn(form, 'revision'), why, new Date())
  return after(id, result.ok && result.approval ? 'asked' : 'started', result)
})

export const stop = deskAction('update.stop', async (staff, form) => {
  const id = idIn(form)
  return after(id, 'stopped', await stopUpdate(staff, id, new Date()))
})

export const goOn = deskAction(['update.send', 'Go on sending an update'], async (staff, form) => {
  const id = idIn(form)
  return after(id, 'started', await continueUpdate(staff, id, new Date()))
})

function after(id: string, done: string, result: { ok: true } | { ok: false; reason: string }): string {
  return `/admin/updates/${id}?${result.ok ? `done=${done}` : `problem=${result.reason}`}`
}
