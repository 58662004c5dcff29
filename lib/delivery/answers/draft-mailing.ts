import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { locales } from '@/messages/translator'
import { answerMail } from './answer-mail'

export type DraftAnswerResult = { ok: true; id: string } | { ok: false; reason: 'no_answer' }

/**
 * Drafts a mailing about an office's answer in every language, for the signers who asked for news. There is one for
 * each answer; repeated calls, by anybody, return its id.
 */
export function draftAnswerMailing(by: Staff, answerId: string, now: Date): Promise<DraftAnswerResult> {
  return staffWrite<DraftAnswerResult>(by, 'update.write', now, async ({ tx, log }) => {
    const include = { delivery: { select: { deliveredOn: true, petition: true } } } as const
    const answer = isId(answerId) ? await tx.deliveryAnswer.findUnique({ where: { id: answerId }, include }) : null
    if (!answer || answer.delivery.petition.removedAt) return { ok: false, reason: 'no_answer' }
    const { petition, deliveredOn } = answer.delivery
    const row = {
      id: randomUUID(),
      petitionId: petition.id,
      stage: 'draft',
      createdBy: by.id,
      createdAt: now,
      answerId,
    }
    // Of two simultaneous calls, the second waits here for the first, and finds its mailing.
    const { count } = await tx.mailing.createMany({ data: row, skipDuplicates: true })
    const { id } = await tx.mailing.findUniqueOrThrow({ where: { answerId }, select: { id: true } })
    if (count === 0) return { ok: true, id }
    const served = locales.filter((locale) => locale !== 'ar-XB')
    const texts = served.map((locale) => ({ locale, ...answerMail(locale, petition.slug, deliveredOn, answer) }))
    await tx.mailingText.createMany({ data: texts.map((text) => ({ mailingId: id, revision: 1, ...text })) })
    log('update.begin', `update:${id}`, { petition: petition.slug, office: answer.addressee, answer: answer.kind })
    return { ok: true, id }
  })
}

/** Returns the mailing about each answer, with its stage, by the answer's id. */
export async function findAnswerMailings(
  by: Staff,
  answerIds: string[],
): Promise<Map<string, { id: string; stage: string }>> {
  authorise(by, 'update.read')
  const rows = await db().mailing.findMany({
    where: { answerId: { in: answerIds } },
    select: { id: true, stage: true, answerId: true },
  })
  return new Map(rows.map(({ answerId, ...mailing }) => [answerId ?? '', mailing]))
}
