import type { Prisma } from '@/prisma/generated/client'
import { endRequests } from '../approvals/end-requests'

/** Ends all that somebody has open: sessions, sign-in links, and what they asked for or agreed to. */
export async function shutOut(
  tx: Prisma.TransactionClient,
  { id, email }: { id: string; email: string },
  now: Date,
): Promise<number> {
  await endRequests(tx, id, now)
  await tx.verificationToken.deleteMany({ where: { identifier: email } })
  return (await tx.session.deleteMany({ where: { userId: id } })).count
}
