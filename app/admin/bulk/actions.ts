'use server'

import { askBulk, bulkVerbs } from '@/lib/signatures/bulk/ask-bulk'
import { askUndo } from '@/lib/signatures/bulk/ask-undo'
import { approve, cancel, type DecideResult, goOn } from '@/lib/signatures/bulk/decide-bulk'
import { readRule } from '@/lib/signatures/bulk/rule'
import { removalReasons } from '@/lib/signatures/desk/retract'
import { deskAction, field } from '@/lib/web/desk/desk-action'

/** Begins to count the signatures of a rule. */
export const ask = deskAction('bulk.ask', async (staff, form) => {
  const fields = Object.fromEntries([...form].filter((entry) => typeof entry[1] === 'string'))
  const verb = bulkVerbs.find((one) => one === field(form, 'verb'))
  const reason = removalReasons.find((one) => one === field(form, 'reason'))
  const read = readRule(fields)
  if (!verb || (verb === 'remove' && !reason)) return '/admin/bulk/new?problem=reason'
  if (!read.ok) return `/admin/bulk/new?problem=${read.reason}`
  const id = await askBulk(staff, verb, verb === 'remove' ? (reason ?? '') : '', read.rule, new Date())
  return `/admin/bulk/${id}`
})

/** The one who asked has seen the number and goes on. */
export const goOnWith = deskAction('bulk.ask', async (staff, form) =>
  after(form, await goOn(staff, idOf(form), Number(field(form, 'total')), new Date())),
)

/** The second person. */
export const agree = deskAction('bulk.approve', async (staff, form) =>
  after(form, await approve(staff, idOf(form), Number(field(form, 'total')), new Date())),
)

export const stop = deskAction('bulk.ask', async (staff, form) =>
  after(form, await cancel(staff, idOf(form), new Date())),
)

/** Prepares the way back; it is looked at before it is gone. */
export const undo = deskAction('bulk.ask', async (staff, form) => {
  const id = await askUndo(staff, idOf(form), new Date())
  return id ? `/admin/bulk/${id}` : `/admin/bulk/${idOf(form)}?problem=changed`
})

function idOf(form: FormData): string {
  const id = field(form, 'id')
  return /^[0-9a-f-]{36}$/.test(id) ? id : '00000000-0000-0000-0000-000000000000'
}

function after(form: FormData, result: DecideResult): string {
  return `/admin/bulk/${idOf(form)}${result.ok ? '' : `?problem=${result.reason}`}`
}
