'use server'

import { decideComment, rejections, reopenComment } from '@/lib/comments/decide-comment'
import { countWaitingComments, openComments } from '@/lib/comments/list-waiting-comments'
import { claimComment } from '@/lib/review/claim-comment'
import { giveBack, skip } from '@/lib/review/skip'
import { readKey } from '@/lib/signatures/admin/signature-key'
import type { Staff } from '@/lib/staff/staff'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { openReview, type ReviewSession, sealReview } from '@/lib/web/admin/review-session'
import { isLocale } from '@/messages/translator'

const page = '/admin/comments'

/** Begins a review of comments, of all languages or of one; reading each is logged. */
export const start = adminAction('comment.read', async (staff, form) => {
  const now = new Date()
  const locale = field(form, 'locale')
  const waiting = await countWaitingComments(staff)
  const session = {
    why: '',
    began: now.getTime(),
    total: [...waiting].reduce((sum, [of, n]) => sum + (locale === '' || of === locale ? n : 0), 0),
    done: 0,
    alone: false,
    group: '',
    locale: isLocale(locale) ? locale : '',
  }
  return next(staff, session, now)
})

/** Approves or rejects the comment that was shown, and shows the next. */
export const decide = adminAction('comment.decide', async (staff, form) => {
  const now = new Date()
  const session = openReview(staff, 'comments', field(form, 'review'), now)
  if (!session) return `${page}?problem=review_over`
  const key = field(form, 'key')
  const decision = decisionOf(field(form, 'decision'))
  if (!decision) return next(staff, session, now, 'none_marked')
  const result = await decideComment(staff, { key, expectedVersion: field(form, 'expectedVersion') }, decision, now)
  if (!result.ok) return next(staff, session, now, result.reason)
  await giveBack(staff, 'comments', [key])
  const last = { key, done: decision.approve ? 'approved' : 'rejected' }
  return next(staff, { ...session, done: session.done + 1, last }, now)
})

/** Leaves the comment undecided, and shows the next. */
export const skipComment = adminAction('comment.read', async (staff, form) => {
  const now = new Date()
  const session = openReview(staff, 'comments', field(form, 'review'), now)
  if (!session) return `${page}?problem=review_over`
  await skip(staff, 'comments', [field(form, 'key')], now)
  return next(staff, session, now)
})

/** Takes back the last decision, and shows its comment again. */
export const undo = adminAction('comment.decide', async (staff, form) => {
  const now = new Date()
  const session = openReview(staff, 'comments', field(form, 'review'), now)
  if (!session?.last) return `${page}?problem=review_over`
  const { last, ...rest } = session
  const result = await reopenComment(staff, last.key, now)
  if (!result.ok) return next(staff, rest, now, result.reason)
  await claimComment(staff, { key: last.key }, now)
  return next(staff, { ...rest, done: Math.max(0, rest.done - 1) }, now)
})

/** From the page of the signature. */
export const reopen = adminAction('comment.decide', async (staff, form) => {
  const key = field(form, 'key')
  const result = await reopenComment(staff, key, new Date())
  return `/admin/signatures/${readKey(key) ? key : ''}?${result.ok ? 'done=reopened' : `problem=${result.reason}`}`
})

/** Shows the comment that the person has under review; if they have none, they get the next. */
async function next(staff: Staff, session: ReviewSession, now: Date, problem?: string): Promise<string> {
  if ((await openComments(staff, now)).length === 0) await claimComment(staff, { locale: session.locale }, now)
  return `${page}?review=${sealReview(staff, 'comments', session, now)}${problem ? `&problem=${problem}` : ''}`
}

function decisionOf(text: string) {
  if (text === 'approve') return { approve: true } as const
  const reason = rejections.find((one) => one === text)
  return reason && ({ approve: false, reason } as const)
}
