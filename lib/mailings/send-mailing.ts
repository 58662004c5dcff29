import type { TwoPersonAct } from '@/lib/staff/approvals/act'
import { lockPeople } from '@/lib/staff/approvals/people'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { isActive } from '@/lib/staff/approvals/second-person'
import { audit } from '@/lib/staff/audit/audit'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'
import { countRecipients } from './recipients'
import { isLapsed, SOLO_RECIPIENTS } from './solo-mailing'

export type RequestMailingResult =
  | { ok: true; approval: string | null }
  | { ok: false; reason: 'changed' | 'no_english' | 'nobody' | 'asked' | 'answer_gone' }

/**
 * Starts sending. More than `SOLO_RECIPIENTS` require approval and a delay in which any of the staff can stop it.
 * @param revision of the texts that were shown
 */
export function requestMailing(
  by: Staff,
  id: string,
  revision: number,
  reason: string,
  now: Date,
): Promise<RequestMailingResult> {
  return staffWrite<RequestMailingResult>(by, 'update.send', now, async ({ tx, log }) => {
    const draft = await lockDraft(tx, id, revision)
    if (!draft) return { ok: false, reason: 'changed' }
    if (await isAnswerGone(tx, draft)) return { ok: false, reason: 'answer_gone' }
    const english = draft.texts.find(({ locale }) => locale === 'en')
    if (!english) return { ok: false, reason: 'no_english' }
    const recipients = await countRecipients(draft.petitionId, now, tx)
    if (recipients === 0) return { ok: false, reason: 'nobody' }
    if (recipients <= SOLO_RECIPIENTS) {
      await begin(tx, id, recipients, { startedBy: by.id, approvedBy: null }, now)
      log('update.send', `update:${id}`, { recipients, revision })
      return { ok: true, approval: null }
    }
    const detail = {
      petition: draft.petition.slug,
      subject: english.subject,
      languages: draft.texts.map(({ locale }) => locale).join(' '),
      recipients: recipients.toLocaleString('en'),
      revision: String(revision),
      'read it whole': `/admin/updates/${id}`,
    }
    const request = { verb: 'update.send', subject: `update:${id}`, detail, reason } as const
    const approval = await requestApproval(tx, by, request, now)
    return approval ? { ok: true, approval } : { ok: false, reason: 'asked' }
  })
}

/** Sends the texts exactly as requested, after approval and delay. */
export const executeMailing: TwoPersonAct = {
  delayed: () => true,
  lock: (tx, { key }) => lockRow(tx, 'mailing', key),
  async execute(tx, { key, subject, detail, askedBy, approvedBy, by }, now) {
    const draft = await lockDraft(tx, key, Number(detail.revision))
    if (!draft || (await isAnswerGone(tx, draft))) return 'changed'
    const recipients = await countRecipients(draft.petitionId, now, tx)
    await begin(tx, key, recipients, { startedBy: askedBy, approvedBy: approvedBy }, now)
    const logged = { recipients, revision: detail.revision ?? '' }
    await audit(tx, { by, verb: 'update.send', subject, detail: logged }, now)
    return null
  },
}

export type PauseResult = { ok: true } | { ok: false; reason: 'changed' }

/** Pauses a mailing: queued mails are still sent, no more are queued. */
export function pauseMailing(by: Staff, id: string, now: Date): Promise<PauseResult> {
  return staffWrite<PauseResult>(by, 'update.stop', now, async ({ tx, log }) => {
    const [paused] = await tx.mailing.updateManyAndReturn({
      where: { id, stage: 'sending' },
      data: { stage: 'stopped' },
    })
    if (!paused) return { ok: false, reason: 'changed' }
    log('update.stop', `update:${id}`, { queued: paused.queued })
    return { ok: true }
  })
}

/**
 * Resumes a paused mailing, unless the person who started or approved it may no longer send one, or it started without
 * approval more than a day ago.
 */
export function resumeMailing(by: Staff, id: string, now: Date): Promise<PauseResult> {
  return staffWrite<PauseResult>(by, 'update.send', now, async ({ tx, log }) => {
    if (!(await isStillAuthorised(tx, id, now))) return { ok: false, reason: 'changed' }
    const [resumed] = await tx.mailing.updateManyAndReturn({
      where: { id, stage: 'stopped' },
      data: { stage: 'sending' },
    })
    if (!resumed) return { ok: false, reason: 'changed' }
    log('update.continue', `update:${id}`, { queued: resumed.queued })
    return { ok: true }
  })
}

/** Pauses the mailings that a person started or approved. */
export async function pauseMailingsOf(tx: Prisma.TransactionClient, staffId: string): Promise<void> {
  const theirs = { OR: [{ startedBy: staffId }, { approvedBy: staffId }] }
  await tx.mailing.updateMany({ where: { ...theirs, stage: 'sending' }, data: { stage: 'stopped' } })
}

async function isStillAuthorised(tx: Prisma.TransactionClient, id: string, now: Date): Promise<boolean> {
  const mailing = await tx.mailing.findUnique({ where: { id } })
  if (!mailing || isLapsed(mailing, now)) return false
  const ids = [mailing.startedBy, mailing.approvedBy].filter((one) => typeof one === 'string')
  const people = await lockPeople(tx, ids, 'keep', now)
  return ids.every((one) => isActive(people, one, 'update.send'))
}

async function lockDraft(tx: Prisma.TransactionClient, id: string, revision: number) {
  await lockRow(tx, 'mailing', id)
  const texts = { where: { subject: { not: '' } }, orderBy: { locale: 'asc' } } as const
  const include = { texts, petition: { select: { slug: true } } }
  return tx.mailing.findFirst({ where: { id, stage: 'draft', revision }, include })
}

/** Tells whether the mailing announces an office's answer that was removed since as wrong. */
async function isAnswerGone(tx: Prisma.TransactionClient, { answerId }: { answerId: string | null }): Promise<boolean> {
  return answerId !== null && (await tx.deliveryAnswer.count({ where: { id: answerId } })) === 0
}

async function begin(
  tx: Prisma.TransactionClient,
  id: string,
  recipients: number,
  who: { startedBy: string; approvedBy: string | null },
  now: Date,
): Promise<void> {
  await tx.mailing.update({ where: { id }, data: { ...who, stage: 'sending', startedAt: now, recipients } })
}
