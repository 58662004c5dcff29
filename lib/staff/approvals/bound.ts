import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

/** How long people and those who gave them access cannot be each other's second person, in ms. */
const BOUND_PERIOD = 14 * 86_400_000

/**
 * Records who gave somebody access: the people who requested and approved their invitation, role, re-enabling or factor
 * reset.
 */
export async function bind(
  tx: Prisma.TransactionClient,
  staffId: string,
  sponsors: string[],
  since: Date,
): Promise<void> {
  for (const sponsorId of sponsors.filter((id) => id !== staffId)) {
    const where = { staffId_sponsorId: { staffId, sponsorId } }
    await tx.staffSponsor.upsert({ where, create: { staffId, sponsorId, since }, update: { since } })
  }
}

/** Tells whether one of two people gave the other access within the last 14 days. */
export async function isBound(tx: Prisma.TransactionClient, one: string, other: string, now: Date): Promise<boolean> {
  const pairs = [
    { staffId: one, sponsorId: other },
    { staffId: other, sponsorId: one },
  ]
  return (await tx.staffSponsor.count({ where: { OR: pairs, since: { gt: boundSince(now) } } })) > 0
}

/** Lists the ids of everybody to whom a person is bound. */
export async function listBound(tx: Prisma.TransactionClient, id: string, now: Date): Promise<string[]> {
  const where = { OR: [{ staffId: id }, { sponsorId: id }], since: { gt: boundSince(now) } }
  const rows = await tx.staffSponsor.findMany({ where })
  return rows.map(({ staffId, sponsorId }) => (staffId === id ? sponsorId : staffId))
}

/** Deletes expired bonds. */
export async function purgeSponsors(now: Date): Promise<number> {
  return (await db().staffSponsor.deleteMany({ where: { since: { lte: boundSince(now) } } })).count
}

function boundSince(now: Date): Date {
  return new Date(now.getTime() - BOUND_PERIOD)
}
