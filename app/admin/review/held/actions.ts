'use server'

import { claimHeld } from '@/lib/review/claim-held'
import { decideHeld, verdicts } from '@/lib/review/decide-held'
import { findReview } from '@/lib/review/find-review'
import { readHeldFilter } from '@/lib/review/held-filter'
import { leaveHeld } from '@/lib/review/leave-held'
import { openHeld } from '@/lib/review/open-held'
import { requestSetAside } from '@/lib/review/request-set-aside'
import { giveBack, skip } from '@/lib/review/skip'
import { undoHeld } from '@/lib/review/undo-held'
import type { Staff } from '@/lib/staff/staff'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { formFields } from '@/lib/web/admin/form-fields'
import { idIn } from '@/lib/web/admin/read-field'
import { openReview, type ReviewSession, sealReview } from '@/lib/web/admin/review-session'

const page = '/admin/review/held'

/** Begins a review session with one reason; each opening is still logged. */
export const start = adminAction('signature.review', async (staff, form) => {
  const now = new Date()
  const why = field(form, 'why').slice(0, 200)
  if (!why) return `${page}?problem=why_missing`
  const filter = readHeldFilter(formFields(form))
  if (!filter) return `${page}?problem=unreadable`
  const { left } = await findReview(staff, filter, now)
  const session = {
    why,
    began: now.getTime(),
    total: left,
    done: 0,
    alone: false,
    group: field(form, 'group'),
    ...filter,
  }
  return next(staff, session, now)
})

/** Releases or removes the ticked signatures, and shows the next. */
export const decide = adminAction('signature.release', async (staff, form) => {
  const now = new Date()
  const session = openReview(staff, 'held', field(form, 'review'), now)
  if (!session) return `${page}?problem=review_over`
  const verdict = verdicts.find((one) => one === field(form, 'verdict'))
  const keys = keysOf(form)
  if (!verdict || keys.length === 0) return addressOf(staff, session, now, 'none_chosen')
  const result = await decideHeld(staff, keys, verdict, now)
  if (!result.ok) return next(staff, session, now, result.reason)
  return next(staff, { ...session, done: session.done + result.decided }, now)
})

/** Leaves the shown signatures held, with a note, and shows the next. */
export const leave = adminAction('signature.hold', async (staff, form) => {
  const now = new Date()
  const session = openReview(staff, 'held', field(form, 'review'), now)
  if (!session) return `${page}?problem=review_over`
  const note = field(form, 'note').slice(0, 200)
  if (!note) return addressOf(staff, session, now, 'note_missing')
  const result = await leaveHeld(staff, keysOf(form, 'shown'), note, now)
  if (!result.ok) return next(staff, session, now, result.reason)
  return next(staff, { ...session, done: session.done + result.decided }, now)
})

/** Skips the shown signatures, and shows the next. */
export const skipHeld = adminAction('signature.review', async (staff, form) => {
  const now = new Date()
  const session = openReview(staff, 'held', field(form, 'review'), now)
  if (!session) return `${page}?problem=review_over`
  await skip(staff, 'held', keysOf(form, 'shown'), now)
  return next(staff, session, now)
})

/** Shows the signatures of a group one by one, or together again. */
export const regroup = adminAction('signature.review', async (staff, form) => {
  const now = new Date()
  const session = openReview(staff, 'held', field(form, 'review'), now)
  if (!session) return `${page}?problem=review_over`
  await giveBack(staff, 'held', keysOf(form, 'shown'))
  return next(staff, { ...session, alone: !session.alone }, now)
})

/** Undoes the last decision, and shows its signatures again. */
export const undo = adminAction('signature.hold', async (staff, form) => {
  const now = new Date()
  const session = openReview(staff, 'held', field(form, 'review'), now)
  if (!session) return `${page}?problem=review_over`
  await giveBack(
    staff,
    'held',
    (await openHeld(staff, now)).map(({ key }) => key),
  )
  const result = await undoHeld(staff, idIn(form, 'batch'), now)
  if (!result.ok) return next(staff, session, now, 'undo_late')
  return addressOf(staff, { ...session, done: Math.max(0, session.done - result.undone) }, now)
})

/** Requests approval for decisions beyond the quota. */
export const requestApproval = adminAction(['bulk.run', 'Request approval for reviewed signatures'], async (staff) => {
  const [first, ...more] = await requestSetAside(staff, new Date())
  if (!first) return `${page}?problem=changed`
  return more.length === 0 ? `/admin/bulk/${first}?done=asked` : '/admin/bulk?done=asked'
})

/**
 * Shows what the person has under review; if that is nothing, claims the next, or after a group shows the list of
 * groups.
 */
async function next(staff: Staff, session: ReviewSession, now: Date, problem?: string): Promise<string> {
  const mine = await openHeld(staff, now)
  if (mine.length === 0) await claimHeld(staff, session.why, session, now)
  return addressOf(staff, session, now, problem)
}

function addressOf(staff: Staff, session: ReviewSession, now: Date, problem?: string): string {
  return `${page}?review=${sealReview(staff, 'held', session, now)}${problem ? `&problem=${problem}` : ''}`
}

/** @param name `key`: those ticked; `shown`: all shown */
function keysOf(form: FormData, name: 'key' | 'shown' = 'key'): string[] {
  return form.getAll(name).filter((key) => typeof key === 'string')
}
