'use server'

import { bulkVerbs, createBulkAction, createSelectionAction } from '@/lib/bulk-actions/create-bulk-action'
import { ruleOfList } from '@/lib/bulk-actions/rule-of-list'
import { untilCounted } from '@/lib/bulk-actions/until-counted'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { changeState } from '@/lib/signatures/admin/change-state'
import { filterOf, readListQuery } from '@/lib/signatures/admin/list-query'
import { auditOpening } from '@/lib/signatures/admin/open-signature'
import { resend } from '@/lib/signatures/admin/resend'
import { readKey } from '@/lib/signatures/admin/signature-key'
import { removalReasons, type TransitionVerb } from '@/lib/signatures/admin/transitions'
import { undoChange } from '@/lib/signatures/recent-change/undo-change'
import { liftSuppression } from '@/lib/signatures/suppression/lift-suppression'
import { keepSelection } from '@/lib/staff/drafts/selection'
import type { Staff } from '@/lib/staff/staff'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { keepBack } from '@/lib/web/admin/read-back'
import { idIn } from '@/lib/web/admin/read-field'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { sealQuery } from '@/lib/web/admin/sealed-query'
import { confirmed } from '../confirm/confirmed'
import { searchSigner } from '../search/search-signer'

export const showSignature = adminAction(['signature.open', 'Open a signature'], async (staff, form) => {
  const key = keyOf(form)
  const opened = await auditOpening(staff, key, field(form, 'why').slice(0, 200), new Date())
  if (!opened.ok) return opened.reason === 'unknown' ? page(key) : keepBack(`${page(key)}?problem=${opened.reason}`)
  return keepBack(`${page(key)}?opened=${sealQuery(staff, 'opened', key, new Date())}`)
})

/** Searches after step-up; otherwise `search/find` does it. */
export const searchSigners = adminAction(['signature.search', 'Search for a signer'], async (staff, form) =>
  searchSigner(staff, field(form, 'text'), new Date()),
)

export const holdSignature = change('hold', 'held')
export const releaseSignature = change('release', 'released')
export const restoreSignature = change('restore', 'restored')

/** Undoes the person's own last change of this signature. */
export const undoSignature = adminAction('signature.hold', async (staff, form) => {
  const key = keyOf(form)
  return after(key, 'undone', await undoChange(staff, key, idIn(form, 'batch'), new Date()))
})

export const removeSignature = adminAction(
  'signature.remove',
  confirmed('remove-signature', async (staff, form) => {
    const key = keyOf(form)
    const reason = removalReasons.find((one) => one === field(form, 'reason'))
    if (!reason) return keepBack(`${page(key)}?problem=reason`)
    const why = { reason, note: noteOf(form) }
    return changeSignature(staff, 'remove', 'removed', form, why)
  }),
)

export const resendConfirmation = adminAction('signature.resend', async (staff, form) => {
  const key = keyOf(form)
  return after(key, 'resent', await resend(staff, key, new Date()))
})

export const allowMailAgain = adminAction('suppression.lift', async (staff, form) => {
  const key = keyOf(form)
  return after(key, 'lifted', await liftSuppression(staff, key, new Date()))
})

/** Creates a bulk action on the ticked signatures, or on all that match the list. */
export const selectSignatures = adminAction('bulk.ask', async (staff, form) => {
  const list = new URLSearchParams(field(form, 'list'))
  const keys = form.getAll('key').filter((key) => typeof key === 'string')
  const selection = { list: list.toString(), keys, verb: field(form, 'verb') }
  const draft = keys.length > 0 ? `draft=${await keepSelection(staff, selection, new Date())}` : ''
  const onTo = (id: string) => `/admin/bulk/${id}${draft && `?${draft}`}`
  const back = (problem: string) => `/admin/signatures?${[list, draft, `problem=${problem}`].filter(String).join('&')}`
  const [typedVerb, typedReason] = field(form, 'verb').split(' ')
  const verb = bulkVerbs.find((one) => one === typedVerb)
  const reason = removalReasons.find((one) => one === typedReason)
  if (!verb) return back('none_chosen')
  if (verb === 'remove' && !reason) return back('reason')
  const why = verb === 'remove' ? (reason ?? '') : ''
  if (form.has('all')) {
    const asked = readListQuery(Object.fromEntries(list))
    const rule = asked.ok ? ruleOfList(filterOf(asked), await listPetitionNames(readerLanguage())) : null
    const id = rule && (await createBulkAction(staff, verb, why, rule, new Date()))
    if (!id) return back('too_wide')
    await untilCounted(staff, id)
    return onTo(id)
  }
  if (keys.length === 0) return back('none_chosen')
  const id = await createSelectionAction(staff, verb, why, keys, new Date())
  return id ? onTo(id) : back('one_petition')
})

function change(verb: TransitionVerb, done: string) {
  return adminAction(`signature.${verb}`, (staff, form) =>
    changeSignature(staff, verb, done, form, { note: noteOf(form) }),
  )
}

/** Changes a signature. Beyond the solo quota, the next page offers to request approval. */
async function changeSignature(
  staff: Staff,
  verb: TransitionVerb,
  done: string,
  form: FormData,
  why: { reason?: string; note: string },
): Promise<string> {
  const [key, now] = [keyOf(form), new Date()]
  const changed = await changeState(staff, verb, key, field(form, 'expected'), why, now)
  if (changed.ok || changed.reason !== 'needs_two') return after(key, done, changed)
  const id = await createSelectionAction(staff, verb, why.reason ?? '', [key], now)
  return id ? `/admin/bulk/${id}?problem=needs_two_here` : after(key, done, changed)
}

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

function after(key: string, done: string, result: { ok: true } | { ok: false; reason: string }): Promise<string> {
  return keepBack(`${page(key)}?${result.ok ? `done=${done}` : `problem=${result.reason}`}`)
}
