import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

/**
 * The steps of making a pack, in order: waiting until the ledger is unchanged at a published checkpoint, printing PDFs
 * if there is a browser, and encrypting names if there are any.
 */
type PackStep = 'ledger' | 'pdfs' | 'names'

/** Reports the progress of a step; `total` is absent if unknown. */
export type NoteProgress = (step: PackStep, done?: number, total?: number) => Promise<void>

/** A worker's progress with a pack. */
export interface PackProgress {
  step: PackStep
  done: number
  /** 0 if unknown. */
  total: number
  /** When progress was last reported. */
  at: Date
  failures: number
  failedAt: Date | null
  failedStep: string | null
  /** Pages of a finished pack that have no PDF. */
  unprinted: string[]
}

/** Stores the progress of a delivery's pack. If two workers make it, the last report counts. */
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

/** Records that the current step failed; it is tried again. */
export async function noteFailure(deliveryId: string, at: Date): Promise<void> {
  await db().$executeRaw`UPDATE delivery_progress SET failures = failures + 1, failed_at = ${at}, failed_step = step
    WHERE delivery_id = ${deliveryId}::uuid`
}

/** Returns the progress of a petition's packs by delivery; none for packs that no worker has begun. */
export async function listProgress(by: Staff, petitionId: string): Promise<Map<string, PackProgress>> {
  authorise(by, 'petition.hand_over')
  const rows = await db().deliveryProgress.findMany({ where: { delivery: { petitionId } } })
  return new Map(rows.map(({ deliveryId, ...progress }) => [deliveryId, progress as PackProgress]))
}
