import { changeWithin } from '@/lib/signatures/admin/change-state'
import { readKey } from '@/lib/signatures/admin/signature-key'
import { subjectOf } from '@/lib/signatures/admin/subject'
import type { TransitionVerb } from '@/lib/signatures/admin/transitions'
import { answerAppeals } from '@/lib/signatures/answer-appeal'
import type { AppealAnswer } from '@/lib/signatures/appeal-answer'
import { reserveSoloQuota } from '@/lib/signatures/solo-quota/reserve-solo-quota'
import type { Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'

export type AnswerResult = { ok: true } | { ok: false; reason: 'changed' | 'needs_two' }

interface Read {
  key: string
  /** The signature's state as its page showed it. */
  state: string
  /** The time of the appeal that was read; a later appeal is not answered. */
  appealedAt: Date
}

/**
 * Answers an appeal that this person has under review, and changes the signature accordingly: released or restored,
 * removed, or unchanged. Each answer uses the solo quota, so nobody can bury appeals. A change can be undone for a
 * minute (`undoAnswer`).
 */
export function answerAppeal(by: Staff, read: Read, answer: AppealAnswer, now: Date): Promise<AnswerResult> {
  const { verb, change } = actOf(read.state, answer)
  return staffWrite<AnswerResult>(by, verb, now, async ({ tx, log }) => {
    const where = readKey(read.key)
    if (!where) return { ok: false, reason: 'changed' }
    const mine = { ...where, queue: 'appeals', staffId: by.id, verdict: null, expiresAt: { gt: now } }
    if ((await tx.reviewClaim.deleteMany({ where: mine })).count === 0) return { ok: false, reason: 'changed' }
    const state = read.state === 'held' ? 'held' : 'removed'
    const row = await tx.signature.findFirst({
      where: { ...where, state, appealedAt: read.appealedAt },
      select: { commitment: true },
    })
    if (!row) return { ok: false, reason: 'changed' }
    if (change) {
      const why = { note: '', ...(change === 'remove' ? { reason: answer } : {}) }
      const changed = await changeWithin({ tx, log }, by, change, read.key, state, why, now)
      if (!changed.ok) return { ok: false, reason: changed.reason === 'needs_two' ? 'needs_two' : 'changed' }
    } else {
      if (!(await reserveSoloQuota(tx, by, where.petitionId, 1, now))) return { ok: false, reason: 'needs_two' }
      const act = state === 'held' ? 'signature.leave_held' : 'signature.uphold'
      log(act, subjectOf(row.commitment), { appeal: true, ...(state === 'held' ? {} : { reason: answer }) })
    }
    await answerAppeals(tx, where.petitionId, [where.emailIndex], answer, read.appealedAt, now)
    return { ok: true }
  })
}

/** The change that an answer makes to a signature in this state, and the verb that it requires. */
function actOf(state: string, answer: AppealAnswer): { verb: Verb; change: TransitionVerb | null } {
  if (answer === 'counts')
    return state === 'held'
      ? { verb: 'signature.release', change: 'release' }
      : { verb: 'signature.restore', change: 'restore' }
  if (answer === 'waits') return { verb: 'signature.hold', change: null }
  return { verb: 'signature.remove', change: state === 'held' ? 'remove' : null }
}
