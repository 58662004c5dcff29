'use server'

import { approve as agreeTo } from '@/lib/approval-decisions/decide'
import { bulkVerbs, createBulkAction, createUndo } from '@/lib/bulk-actions/create-bulk-action'
import { findBulkAction } from '@/lib/bulk-actions/find-bulk-action'
import { cancelBulkAction, requestBulkAction } from '@/lib/bulk-actions/request-bulk-action'
import { readRule, ruleFields } from '@/lib/bulk-actions/rule'
import { untilCounted } from '@/lib/bulk-actions/until-counted'
import { removalReasons } from '@/lib/signatures/admin/transitions'
import { keepDraft } from '@/lib/staff/drafts/keep-draft'
import { adminAction } from '@/lib/web/admin/admin-action'
import { formFields } from '@/lib/web/admin/form-fields'
import { idIn, wholeIn } from '@/lib/web/admin/read-field'

/** Starts counting the signatures of a rule. */
export const ask = adminAction('bulk.ask', async (staff, form) => {
  const { verb: typedVerb, reason: typedReason, ...parts } = formFields(form)
  const verb = bulkVerbs.find((one) => one === typedVerb)
  const reason = removalReasons.find((one) => one === typedReason)
  const read = readRule(parts)
  const problem = !verb || (verb === 'remove' && !reason) ? 'reason' : read.ok ? null : read.reason
  if (!verb || !read.ok || problem) {
    // The form comes back with what was typed.
    const errors = read.ok || read.reason !== 'filter_unreadable' ? {} : read.errors
    const draft = await keepDraft(staff, 'rule', { fields: formFields(form), errors }, new Date())
    return `/admin/bulk/new?problem=${problem}&draft=${draft}`
  }
  const id = await createBulkAction(staff, verb, verb === 'remove' ? (reason ?? '') : '', read.rule, new Date())
  if (!id) return '/admin/bulk/new?problem=petition_missing'
  await untilCounted(staff, id)
  return `/admin/bulk/${id}`
})

/** Returns to the form with the typed rule. The counted bulk action stays until it expires. */
export const change = adminAction('bulk.ask', async (staff, form) => {
  const now = new Date()
  const act = await findBulkAction(staff, idIn(form), now)
  const rule = act && ruleFields(act.rule)
  if (!rule) return `/admin/bulk/${idIn(form)}?problem=changed`
  const fields = { ...rule, verb: act.verb, reason: act.reason }
  return `/admin/bulk/new?draft=${await keepDraft(staff, 'rule', { fields, errors: {} }, now)}`
})

/** Runs a bulk action whose number its author has seen. */
export const runBulkAction = adminAction(['bulk.run', 'Run a bulk action'], async (staff, form) =>
  after(form, await requestBulkAction(staff, idIn(form), wholeIn(form, 'expectedTotal'), new Date())),
)

/** Approves a bulk action. */
export const approve = adminAction(['bulk.approve', 'Approve a bulk action'], async (staff, form) =>
  after(form, await agreeTo(staff, idIn(form, 'approval'), new Date())),
)

export const stop = adminAction('bulk.ask', async (staff, form) =>
  after(form, await cancelBulkAction(staff, idIn(form), new Date())),
)

/** Creates the bulk action that undoes another; it is reviewed before it runs. */
export const undo = adminAction('bulk.ask', async (staff, form) => {
  const id = await createUndo(staff, idIn(form), new Date())
  return id ? `/admin/bulk/${id}` : `/admin/bulk/${idIn(form)}?problem=changed`
})

function after(form: FormData, result: { ok: true } | { ok: false; reason: string }): string {
  const selection = form.has('selection') && idIn(form, 'selection')
  const said = { ...(selection && { draft: selection }), ...(!result.ok && { problem: result.reason }) }
  const query = new URLSearchParams(said).toString()
  return `/admin/bulk/${idIn(form)}${query && `?${query}`}`
}
