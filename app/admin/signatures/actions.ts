'use server'

import { askSelection, bulkVerbs } from '@/lib/signatures/bulk/ask-bulk'
import { hold } from '@/lib/signatures/desk/hold'
import { recordOpening } from '@/lib/signatures/desk/open-signature'
import { release } from '@/lib/signatures/desk/release'
import { remove } from '@/lib/signatures/desk/remove'
import { resend } from '@/lib/signatures/desk/resend'
import { restore } from '@/lib/signatures/desk/restore'
import { removalReasons } from '@/lib/signatures/desk/retract'
import { recordSearch } from '@/lib/signatures/desk/search-signatures'
import { readKey } from '@/lib/signatures/desk/signature-key'
import { liftSuppression } from '@/lib/signatures/suppression/lift-suppression'
import { deskAction, field } from '@/lib/web/desk/desk-action'
import { sealQuery } from '@/lib/web/desk/sealed-query'

/** Of a text to look for, with the name that was pasted along. */
const LONGEST_SEARCH = 400

/** What was searched for travels sealed: an address is personal, and addresses of pages are kept in many places. */
export const search = deskAction('signature.search', async (staff, form) => {
  const text = field(form, 'text')
  if (text.length > LONGEST_SEARCH) return '/admin/signatures?problem=search_long'
  if (text) await recordSearch(staff, text, new Date())
  return `/admin/signatures/found?q=${sealQuery(staff, 'search', text, new Date())}`
})

export const openOne = deskAction('signature.open', async (staff, form) => {
  const key = keyOf(form)
  const opened = await recordOpening(staff, key, field(form, 'why').slice(0, 200), new Date())
  return opened ? `${page(key)}?opened=${sealQuery(staff, 'opened', key, new Date())}` : page(key)
})

export const holdOne = deskAction('signature.hold', async (staff, form) => {
  const key = keyOf(form)
  return after(key, 'held', await hold(staff, key, field(form, 'seen'), noteOf(form), new Date()))
})

export const releaseOne = deskAction('signature.release', async (staff, form) => {
  const key = keyOf(form)
  return after(key, 'released', await release(staff, key, field(form, 'seen'), noteOf(form), new Date()))
})

export const removeOne = deskAction('signature.remove', async (staff, form) => {
  const key = keyOf(form)
  const reason = removalReasons.find((one) => one === field(form, 'reason'))
  if (!reason) return `${page(key)}?problem=reason`
  const why = { reason, note: noteOf(form) }
  return after(key, 'removed', await remove(staff, key, field(form, 'seen'), why, new Date()))
})

export const restoreOne = deskAction('signature.restore', async (staff, form) => {
  const key = keyOf(form)
  return after(key, 'restored', await restore(staff, key, field(form, 'seen'), noteOf(form), new Date()))
})

export const resendOne = deskAction('signature.resend', async (staff, form) => {
  const key = keyOf(form)
  return after(key, 'resent', await resend(staff, key, new Date()))
})

export const liftOne = deskAction('suppression.lift', async (staff, form) => {
  const key = keyOf(form)
  return after(key, 'lifted', await liftSuppression(staff, key, new Date()))
})

/** Those ticked in the list. */
export const chooseSome = deskAction('bulk.ask', async (staff, form) => {
  const verb = bulkVerbs.find((one) => one === field(form, 'verb'))
  const keys = form.getAll('key').filter((key) => typeof key === 'string')
  if (!verb || keys.length === 0) return '/admin/signatures?problem=none_chosen'
  const id = await askSelection(staff, verb, verb === 'remove' ? 'fraud' : '', keys, new Date())
  return id ? `/admin/bulk/${id}` : '/admin/signatures?problem=one_petition'
})

function keyOf(form: FormData): string {
  const key = field(form, 'key')
  return readKey(key) ? key : ''
}

function noteOf(form: FormData): string {
  return field(form, 'note').slice(0, 500)
}

function page(key: string): string {
  return key ? `/admin/signatures/${key}` : '/admin/signatures'
}

function after(key: string, done: string, result: { ok: true } | { ok: false; reason: string }): string {
  return `${page(key)}?${result.ok ? `done=${done}` : `problem=${result.reason}`}`
}
