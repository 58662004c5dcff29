import type { Prisma } from '@/prisma/generated/client'

type Reads = Pick<Prisma.TransactionClient, 'coSignature' | 'coSignatureEvent' | 'auditEntry'>

/**
 * Whether this person brought about the co-signature: invited the organisation, the last time it was invited, or added
 * the member's contact who signed. Somebody else accepts it. Who asked for a link as a stranger
 * is unknown here: of that the staff see the mailbox's domain.
 */
export async function isOwnInvitation(tx: Reads, staffId: string, id: string): Promise<boolean> {
  const row = await tx.coSignature.findUnique({ where: { id }, select: { contact: true, onOwnPage: true } })
  if (!row?.onOwnPage) {
    const where = { coSignatureId: id, state: 'invited' } as const
    const last = await tx.coSignatureEvent.findFirst({ where, orderBy: { at: 'desc' } })
    return last?.staffId === staffId
  }
  if (!row.contact) return false
  // Both were written in one moment, in one transaction.
  const { memberId, addedAt: at } = row.contact
  const added = { verb: 'member.contact_add', subject: `member:${memberId}`, at, staffId }
  return (await tx.auditEntry.count({ where: added })) > 0
}
