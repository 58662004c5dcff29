import { db } from '@/lib/db'
import type { TwoPersonAct } from '@/lib/staff/approvals/act'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { Prisma } from '@/prisma/generated/client'
import { countRecipients } from './recipients'

/** Recipients of an update that one person alone may send: a mail in our name cannot be taken back. */
export const SOLO_RECIPIENTS = 100

export type StartResult =
  | { ok: true; approval: string | null }
  | { ok: false; reason: 'changed' | 'no_english' | 'nobody' | 'asked' }

/**
 * Starts sending; to more than a hundred only once a second person has agreed and a day has passed in which anyone of
 * the staff can stop it.
 * @param revision of the texts that were seen
 */
export function startMailing(by: Staff, id: string, revision: number, reason: string, now: Date): Promise<StartResult> {
  authorise(by, 'update.send')
  return db().$transaction(async (tx) => {
    const draft = await lockDraft(tx, id, revision)
    if (!draft) return { ok: false, reason: 'changed' }
    const english = draft.texts.find(({ locale }) => locale === 'en')
    if (!english) return { ok: false, reason: 'no_english' }
    const recipients = await countRecipients(draft.petitionId, now, tx)
    if (recipients === 0) return { ok: false, reason: 'nobody' }
    if (recipients <= SOLO_RECIPIENTS) {
      await begin(tx, id, recipients, { startedBy: by.id, approvedBy: null }, now)
      await audit(tx, { by, verb: 'update.send', subject: `update:${id}`, detail: { recipients, revision } }, now)
      return { ok: true, approval: null }
    }
    const petition = await tx.petition.findUniqueOrThrow({ where: { id: draft.petitionId } })
    const detail = {
      petition: petition.slug,
      subject: english.subject,
      languages: draft.texts.map(({ locale }) => locale).join(' '),
      recipients: `${recipients.toLocaleString('en')} when asked; whoever confirms before it is sent gets it too`,
      revision: String(revision),
      'read it whole': `/admin/updates/${id}`,
    }
    const approval = await requestApproval(
      tx,
      by,
      { verb: 'update.send', subject: `update:${id}`, detail, reason },
      now,
    )
    return approval ? { ok: true, approval } : { ok: false, reason: 'asked' }
  })
}

/** The second person has agreed, and the delay is over: to the texts as they were asked for. */
export const executeUpdate: TwoPersonAct = {
  delayed: () => true,
  lock: (tx, { key, detail }) => lockDraft(tx, key, Number(detail.revision)),
  async execute(tx, { key, subject, detail, askedBy, agreedBy, by }, now) {
    const draft = await lockDraft(tx, key, Number(detail.revision))
    if (!draft) return 'changed'
    const recipients = await countRecipients(draft.petitionId, now, tx)
    await begin(tx, key, recipients, { startedBy: askedBy, approvedBy: agreedBy }, now)
    const told = { recipients, revision: detail.revision ?? '' }
    await audit(tx, { by, verb: 'update.send', subject, detail: told }, now)
    return null
  },
}

async function lockDraft(tx: Prisma.TransactionClient, id: string, revision: number) {
  await tx.$queryRaw`SELECT 1 FROM mailing WHERE id = ${id}::uuid FOR UPDATE`
  const where = { id, stage: 'draft', revision }
  const texts = { where: { subject: { not: '' } }, orderBy: { locale: 'asc' } } as const
  return tx.mailing.findFirst({ where, include: { texts } })
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
