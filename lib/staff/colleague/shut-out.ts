import type { Prisma } from '@/prisma/generated/client'

/** Ends all that somebody has open: sessions, sign-in links, and what they asked others to agree to. */
export async function shutOut(
  tx: Prisma.TransactionClient,
  { id, email }: { id: string; email: string },
  now: Date,
): Promise<number> {
  await withdrawRequests(tx, id, now)
  await tx.verificationToken.deleteMany({ where: { identifier: email } })
  return (await tx.session.deleteMany({ where: { userId: id } })).count
}

/** What they asked for in a role that they no longer have is void. */
export async function withdrawRequests(tx: Prisma.TransactionClient, id: string, now: Date): Promise<void> {
  await tx.approval.updateMany({ where: { askedBy: id, approvedAt: null, refusedAt: null }, data: { refusedAt: now } })
}
