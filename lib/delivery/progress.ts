import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

/**
 * What a worker does for a pack, in this order: it waits until the ledger stands still at a published checkpoint,
 * prints PDFs where there is a browser, and encrypts names where some go with it.
 */
type PackStep = 'ledger' | 'pdfs' | 'names'

/** Says how far a step is; `total` is left out where nobody knows it. */
export type NoteProgress = (step: PackStep, done?: number, total?: number) => Promise<void>

/** How far a worker is with a pack. */
export interface PackProgress {
  step: PackStep
  done: number
  /** 0 where nobody knows. */
  total: number
  /** The last sign of work. */
  at: Date
  failures: number
  failedAt: Date | null
  failedStep: string | null
  /** Pages of the pack that is made and have no PDF. */
  unprinted: string[]
}

/** Says how far the pack of a delivery is. Of two workers that make it, the last one is heard. */
export async function notePackProgress(
  deliveryId: string,
  step: PackStep,
  at: Date,
  done = 0,
  total = 0,
): Promise<void> {
  const current = { step, done, total, at }
  await db().deliveryProgress.upsert({
    where: { deliveryId },
    create: { deliveryId, ...current },
    update: current,
  })
}

/** Says that making it failed in the step that it had come to; it is tried again. */
export async function noteFailure(deliveryId: string, at: Date): Promise<void> {
  await db().$executeRaw`UPDATE delivery_progress SET failures = failures + 1, failed_at = ${at}, failed_step = step
    WHERE delivery_id = ${deliveryId}::uuid`
}

/** How far the packs of a petition are, by delivery; of one that no worker has begun, nothing. */
export async function listProgress(by: Staff, petitionId: string): Promise<Map<string, PackProgress>> {
  authorise(by, 'petition.hand_over')
  const rows = await db().deliveryProgress.findMany({ where: { delivery: { petitionId } } })
  return new Map(rows.map(({ deliveryId, ...progress }) => [deliveryId, progress as PackProgress]))
}
