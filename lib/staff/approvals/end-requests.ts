import type { Prisma } from '@/prisma/generated/client'

/**
 * Ends all that somebody asked for or agreed to and that is not done: called wherever a person is shut out, is given
 * another role, or has their factors reset. Of every kind, so a new kind of request belongs here too.
 */
export async function endRequests(tx: Prisma.TransactionClient, id: string, now: Date): Promise<void> {
  await tx.bulkAction.updateMany({
    where: {
      OR: [{ askedBy: id }, { approvedBy: id }],
      stage: { in: ['counting', 'ready', 'waiting', 'running'] },
    },
    data: { stage: 'cancelled', endedAt: now },
  })
  await tx.mailing.updateMany({
    where: { OR: [{ startedBy: id }, { approvedBy: id }], stage: 'sending' },
    data: { stage: 'stopped' },
  })
  await tx.dataExport.updateMany({
    where: { OR: [{ askedBy: id }, { agreedBy: id }], finishedAt: null, endedAt: null },
    data: { endedAt: now },
  })
  // A number that waits for the other person's: the sheet is counted anew or discarded.
  await tx.paperCount.deleteMany({ where: { countedBy: id, sheet: { state: 'open' } } })
  await endInvitations(tx, id, now)
  // Last, as everybody who locks both locks these after what they are about.
  const either = { OR: [{ askedBy: id }, { decidedBy: id }] }
  await tx.approval.updateMany({ where: { askedBy: id, approvedAt: null, refusedAt: null }, data: { refusedAt: now } })
  await tx.approval.updateMany({
    where: { ...either, dueAt: { not: null }, doneAt: null, stoppedAt: null },
    data: { stoppedAt: now },
  })
}

/** Those whom they brought in alone and who have not come yet stay out. */
async function endInvitations(tx: Prisma.TransactionClient, id: string, now: Date): Promise<void> {
  const [mine, others] = [{ sponsorId: id }, { sponsorId: { not: id } }]
  const alone = { sponsors: { some: mine, none: others }, totpSince: null, passkeys: { none: {} } }
  await tx.user.updateMany({ where: { ...alone, disabledAt: null }, data: { disabledAt: now } })
}
