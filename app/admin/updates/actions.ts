'use server'

import { beginUpdate, discardUpdate, saveUpdateText } from '@/lib/signatures/updates/draft'
import { continueUpdate, stopUpdate } from '@/lib/signatures/updates/pause-update'
import { startUpdate } from '@/lib/signatures/updates/start-update'
import { deskAction, field } from '@/lib/web/desk/desk-action'

const NIL = '00000000-0000-0000-0000-000000000000'

export const begin = deskAction('update.write', async (staff, form) => {
  const begun = await beginUpdate(staff, uuid(form, 'petition'), new Date())
  return begun.ok ? `/admin/updates/${begun.id}` : '/admin/updates?problem=petition_missing'
})

/** The text of one language. */
export const save = deskAction('update.write', async (staff, form) => {
  const id = uuid(form, 'id')
  const of = { id, locale: field(form, 'locale'), revision: Number(field(form, 'revision')) }
  const typed = { subject: field(form, 'subject'), body: field(form, 'body') }
  return after(id, 'saved', await saveUpdateText(staff, of, typed, new Date()))
})

export const discard = deskAction('update.write', async (staff, form) => {
  const id = uuid(form, 'id')
  const gone = await discardUpdate(staff, id, revisionOf(form), new Date())
  return gone.ok ? '/admin/updates?done=discarded' : after(id, '', gone)
})

/** At once, or to a second person. */
export const start = deskAction('update.send', async (staff, form) => {
  const id = uuid(form, 'id')
  const why = field(form, 'why').slice(0, 500)
  const result = await startUpdate(staff, id, revisionOf(form), why, new Date())
  return after(id, result.ok && result.approval ? 'asked' : 'started', result)
})

export const stop = deskAction('update.send', async (staff, form) => {
  const id = uuid(form, 'id')
  return after(id, 'stopped', await stopUpdate(staff, id, new Date()))
})

export const goOn = deskAction('update.send', async (staff, form) => {
  const id = uuid(form, 'id')
  return after(id, 'started', await continueUpdate(staff, id, new Date()))
})

function uuid(form: FormData, name: string): string {
  const id = field(form, name)
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : NIL
}

function revisionOf(form: FormData): number {
  return Number(field(form, 'revision')) || 0
}

function after(id: string, done: string, result: { ok: true } | { ok: false; reason: string }): string {
  return `/admin/updates/${id}?${result.ok ? `done=${done}` : `problem=${result.reason}`}`
}
