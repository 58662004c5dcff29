import { queueMail } from '@/lib/mail/queue-mail'
import { sealRecord } from '@/lib/vault/seal-record'
import { newToken } from '@/lib/vault/token'
import type { MemberProposal, Prisma } from '@/prisma/generated/client'
import { decisionMail } from './decision-record'

/** Queues a mail to each contact of the member: what an editor decided on its proposal. */
export async function queueDecisionMails(
  tx: Prisma.TransactionClient,
  { memberId, part }: Pick<MemberProposal, 'memberId' | 'part'>,
  decision: 'published' | 'corrected' | 'returned',
  now: Date,
): Promise<void> {
  for (const { id: contactId } of await tx.memberContact.findMany({ where: { memberId }, select: { id: true } })) {
    const sealed = sealRecord(decisionMail.parse({ contactId, part, decision, token: newToken() }))
    await queueMail(tx, { countedAs: `contact ${contactId}`, kind: 'member_decision', sealed }, now)
  }
}
