'use server'

import {
  decideComments,
  type ReadComment,
  rejections,
  reopenComment,
  reopenDecision,
} from '@/lib/comments/decide-comments'
import { countWaitingComments, openComments } from '@/lib/comments/list-waiting-comments'
import { claimAgain, claimComments } from '@/lib/review/claim-comments'
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
    petition: '',
  }
  return next(staff, session, now)
})

/** Approves or rejects the ticked comments, and shows the next. */
export const decide = adminAction('comment.decide', async (staff, form) => {
  const now = new Date()
  const session = openReview(staff, 'comments', field(form, 'review'), now)
  if (!session) return `${page}?problem=review_over`
  const read = commentsIn(form)
  const decision = decisionOf(field(form, 'decision'))
  if (!decision || read.length === 0) return next(staff, session, now, decision ? 'none_ticked' : 'none_marked')
  const result = await decideComments(staff, read, decision, now)
  // Comments that have changed are read again.
  await giveBack(
    staff,
    'comments',
    read.map(({ key }) => key),
  )
  if (!result.ok) return next(staff, session, now, result.reason)
  const comments = result.decided.length
  const done = decision.approve ? 'approved' : 'rejected'
  const last = { at: now.getTime(), done, comments, key: '' }
  const after = { ...session, done: session.done + comments, last }
  return next(staff, after, now, comments < read.length ? 'some_changed' : undefined)
})

/** Skips the shown comments, and shows the next. */
export const skipComment = adminAction('comment.read', async (staff, form) => {
  const now = new Date()
  const session = openReview(staff, 'comments', field(form, 'review'), now)
  if (!session) return `${page}?problem=review_over`
  await skip(staff, 'comments', shownIn(form), now)
  return next(staff, session, now)
})

/** Shows comments with the same text one by one, or together again. */
export const regroup = adminAction('comment.read', async (staff, form) => {
  const now = new Date()
  const session = openReview(staff, 'comments', field(form, 'review'), now)
  if (!session) return `${page}?problem=review_over`
  await giveBack(staff, 'comments', shownIn(form))
  return next(staff, { ...session, alone: !session.alone }, now)
})

/** Undoes the last decision, and shows its comments again. */
export const undo = adminAction('comment.decide', async (staff, form) => {
  const now = new Date()
  const session = openReview(staff, 'comments', field(form, 'review'), now)
  if (!session?.last) return `${page}?problem=review_over`
  const { last, ...rest } = session
  const keys = await reopenDecision(staff, new Date(last.at), now)
  if (keys.length === 0) return next(staff, rest, now, 'changed')
  const before = (await openComments(staff, now)).map(({ key }) => key)
  await giveBack(staff, 'comments', before)
  await claimAgain(staff, keys, now)
  return next(staff, { ...rest, done: Math.max(0, rest.done - keys.length) }, now)
})

/** Reopens the decision on a comment, from the signature's page. */
export const reopen = adminAction('comment.decide', async (staff, form) => {
  const key = field(form, 'key')
  const result = await reopenComment(staff, key, new Date())
  return `/admin/signatures/${readKey(key) ? key : ''}?${result.ok ? 'done=reopened' : `problem=${result.reason}`}`
})

/** Shows what the person has under review; if that is nothing, claims the next. */
async function next(staff: Staff, session: ReviewSession, now: Date, problem?: string): Promise<string> {
  if ((await openComments(staff, now)).length === 0) await claimComments(staff, session, now)
  return `${page}?review=${sealReview(staff, 'comments', session, now)}${problem ? `&problem=${problem}` : ''}`
}

function decisionOf(text: string) {
  if (text === 'approve') return { approve: true } as const
  const reason = rejections.find((one) => one === text)
  return reason && ({ approve: false, reason } as const)
}

/** The ticked comments, as they were read. */
function commentsIn(form: FormData): ReadComment[] {
  return form.getAll('key').flatMap((value) => {
    const [, key, expectedVersion] = /^([\w-]+) ([\w-]+)$/.exec(typeof value === 'string' ? value : '') ?? []
    return key && expectedVersion ? [{ key, expectedVersion }] : []
  })
}

/** The keys of all comments shown. */
function shownIn(form: FormData): string[] {
  return form.getAll('shown').filter((key) => typeof key === 'string')
}
