import { db } from '@/lib/db'
import { readKey } from '@/lib/signatures/admin/signature-key'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { type Queue, skippedUntil } from './claims'

/** Skips items: others may claim them, and this person does not get them again for half an hour. */
export async function skip(by: Staff, queue: Queue, keys: string[], now: Date): Promise<void> {
  await db().reviewClaim.updateMany({
    where: underReview(by, queue, keys),
    data: { verdict: 'skip', expiresAt: skippedUntil(now) },
  })
}

/** Releases the person's claims on items: the next person to ask gets them, possibly the same one. */
export async function giveBack(by: Staff, queue: Queue, keys: string[]): Promise<void> {
  await db().reviewClaim.deleteMany({ where: underReview(by, queue, keys) })
}

function underReview(by: Staff, queue: Queue, keys: string[]) {
  authorise(by, queue === 'comments' ? 'comment.read' : 'signature.review')
  return { queue, staffId: by.id, verdict: null, OR: keys.flatMap((key) => readKey(key) ?? []) }
}
