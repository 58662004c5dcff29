import { cancelBulkActionsOf } from '@/lib/bulk-actions/request-bulk-action'
import { endExportsOf } from '@/lib/exports/request-export'
import { pauseMailingsOf } from '@/lib/mailings/send-mailing'
import { deleteOpenCountsOf } from '@/lib/paper/count-sheet'
import { endApprovalsOf } from '@/lib/staff/approvals/request-approval'
import type { Prisma } from '@/prisma/generated/client'

/** Revokes all of somebody's access: sessions, sign-in links, requests and approvals. @returns sessions */
export async function revokeAccess(
  tx: Prisma.TransactionClient,
  { id, email }: { id: string; email: string },
  now: Date,
): Promise<number> {
  await endRequests(tx, id, now)
  await tx.verificationToken.deleteMany({ where: { identifier: email } })
  return (await tx.session.deleteMany({ where: { userId: id } })).count
}

/**
 * Ends all that somebody requested or approved and that is not finished: called wherever a person is disabled, is given
 * another role, or has their factors reset. A new kind of request belongs here too.
 */
export async function endRequests(tx: Prisma.TransactionClient, id: string, now: Date): Promise<void> {
  await cancelBulkActionsOf(tx, id, now)
  await pauseMailingsOf(tx, id)
  await endExportsOf(tx, id, now)
  await deleteOpenCountsOf(tx, id)
  await endInvitations(tx, id, now)
  // Last, as everybody who locks both locks approvals after their subjects.
  await endApprovalsOf(tx, id, now)
}

/** Disables those whom they alone brought in and who have not signed in yet. */
async function endInvitations(tx: Prisma.TransactionClient, id: string, now: Date): Promise<void> {
  const [mine, others] = [{ sponsorId: id }, { sponsorId: { not: id } }]
  const alone = { sponsors: { some: mine, none: others }, totpSince: null, passkeys: { none: {} } }
  await tx.user.updateMany({ where: { ...alone, disabledAt: null }, data: { disabledAt: now } })
}
