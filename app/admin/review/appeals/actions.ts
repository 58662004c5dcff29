'use server'

import { z } from 'zod'
import { answerAppeal } from '@/lib/review/answer-appeal'
import { claimAppeal } from '@/lib/review/claim-appeal'
import { countWaitingAppeals } from '@/lib/review/count-waiting-appeals'
import { openAppeal } from '@/lib/review/open-appeal'
import { giveBack, skip } from '@/lib/review/skip'
import { undoAnswer } from '@/lib/review/undo-answer'
import { readKey } from '@/lib/signatures/admin/signature-key'
import { appealAnswers } from '@/lib/signatures/appeal-answer'
import type { Staff } from '@/lib/staff/staff'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { openReview, type ReviewSession, sealReview } from '@/lib/web/admin/review-session'
import { isLocale } from '@/messages/translator'

const page = '/admin/review/appeals'

/** Begins a review of appeals, of all languages or of one; each opening is logged with its reason. */
export const startAppeals = adminAction('signature.review', async (staff, form) => {
  const now = new Date()
  const why = field(form, 'why').slice(0, 200)
  if (!why) return `${page}?problem=why_missing`
  const locale = isLocale(field(form, 'locale')) ? field(form, 'locale') : ''
  const waiting = await countWaitingAppeals(staff)
  const total = [...waiting].reduce((sum, [of, n]) => sum + (locale === '' || of === locale ? n : 0), 0)
  return next(staff, { why, began: now.getTime(), total, done: 0, alone: true, group: '', locale, petition: '' }, now)
})

const answered = z.object({
  key: z.string().refine((key) => readKey(key) !== null),
  state: z.enum(['held', 'removed']),
  appealedAt: z.iso.datetime().transform((text) => new Date(text)),
  answer: z.enum(appealAnswers),
})

/** Answers the shown appeal, and shows the next. */
export const decideAppeal = adminAction('signature.release', async (staff, form) => {
  const now = new Date()
  const session = openReview(staff, 'appeals', field(form, 'review'), now)
  if (!session) return `${page}?problem=review_over`
  const read = answered.safeParse(
    Object.fromEntries(Object.keys(answered.shape).map((name) => [name, field(form, name)])),
  )
  if (!read.success) return next(staff, session, now, 'changed')
  const { answer, key } = read.data
  const result = await answerAppeal(staff, read.data, answer, now)
  if (!result.ok) return next(staff, session, now, result.reason)
  const last = { at: now.getTime(), done: `${read.data.state} ${answer}`, comments: 1, key }
  return next(staff, { ...session, done: session.done + 1, last }, now)
})

/** Skips the shown appeal, and shows the next. */
export const skipAppeal = adminAction('signature.review', async (staff, form) => {
  const now = new Date()
  const session = openReview(staff, 'appeals', field(form, 'review'), now)
  if (!session) return `${page}?problem=review_over`
  const key = field(form, 'key')
  if (readKey(key)) await skip(staff, 'appeals', [key], now)
  return next(staff, session, now)
})

/** Undoes the last answer, and shows its appeal again. */
export const undoAppeal = adminAction('signature.hold', async (staff, form) => {
  const now = new Date()
  const session = openReview(staff, 'appeals', field(form, 'review'), now)
  if (!session?.last) return `${page}?problem=review_over`
  const { last, ...rest } = session
  const shown = await openAppeal(staff, now)
  const undone = await undoAnswer(staff, last.key, new Date(last.at), now)
  if (!undone.ok) return next(staff, rest, now, undone.reason)
  if (shown) await giveBack(staff, 'appeals', [shown.key])
  return next(staff, { ...rest, done: Math.max(0, rest.done - 1) }, now)
})

/** Shows what the person has under review; if that is nothing, claims the next. */
async function next(staff: Staff, session: ReviewSession, now: Date, problem?: string): Promise<string> {
  const claimed = (await openAppeal(staff, now)) ? null : await claimAppeal(staff, session.why, session.locale, now)
  const said = claimed && !claimed.ok ? claimed.reason : problem
  return `${page}?review=${sealReview(staff, 'appeals', session, now)}${said ? `&problem=${said}` : ''}`
}
