import { noteHit } from '@/lib/integrity/limits/limit-hits'
import { freeSlots, lockSlots, takeSlots } from '@/lib/staff/quota/slots'
import type { Prisma } from '@/prisma/generated/client'

/**
 * Reserves quota for changes to signatures that one person makes without a second approver: `SOLO_QUOTA` within 24
 * hours for each person, and as many for each petition over all persons. All verbs that can move many signatures share
 * it (hold, release, remove, restore, lift a suppression, resend a mail), so that neither batches, nor taking turns,
 * nor mixing verbs can exceed it. Each signature takes a numbered slot for a day, and the table has no more slots.
 * @returns false if there is not enough: then nothing is reserved, and nothing may be changed
 */
export async function reserveSoloQuota(
  tx: Prisma.TransactionClient,
  by: { id: string },
  petitionId: string,
  signatures: number,
  now: Date,
): Promise<boolean> {
  await lockSlots(tx)
  if ((await soloQuotaLeft(tx, by, petitionId, now)) < signatures) {
    noteHit('solo')
    return false
  }
  for (const [scope, key] of scopes(by, petitionId)) {
    const slots = (await freeSlots(tx, scope, key, now)).slice(0, signatures)
    const reserved = await takeSlots(tx, scope, key, slots, now)
    if (reserved !== signatures) throw new Error(`${reserved} of ${signatures} slots were reserved`)
  }
  return true
}

/** The number of signatures of a petition that a person may still change alone. */
export async function soloQuotaLeft(
  tx: Prisma.TransactionClient,
  by: { id: string },
  petitionId: string,
  now: Date,
): Promise<number> {
  const free: number[] = []
  for (const [scope, key] of scopes(by, petitionId)) free.push((await freeSlots(tx, scope, key, now)).length)
  return Math.min(...free)
}

function scopes(by: { id: string }, petitionId: string): [scope: string, key: string][] {
  return [
    ['petition', petitionId],
    ['staff', by.id],
  ]
}
