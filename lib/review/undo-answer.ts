import { db } from '@/lib/db'
import { readKey } from '@/lib/signatures/admin/signature-key'
import { subjectOf } from '@/lib/signatures/admin/subject'
import { type UndoResult, undoChange } from '@/lib/signatures/recent-change/undo-change'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { readUntil } from './claims'

/**
 * Undoes a person's answer to an appeal, together with the change of its signature, and gives them the appeal again.
 * @param at when it was answered; a later answer stays
 */
export async function undoAnswer(by: Staff, key: string, at: Date, now: Date): Promise<UndoResult> {
  const where = readKey(key)
  const change = where && (await db().recentChange.findFirst({ where: { ...where, staffId: by.id, madeAt: at } }))
  const undone = change ? await undoChange(by, key, change.batch, now) : await withdrawAnswer(by, key, at, now)
  if (undone.ok) await readAgain(by, key, now)
  return undone
}

/** Undoes an answer that changed nothing else. */
function withdrawAnswer(by: Staff, key: string, at: Date, now: Date): Promise<UndoResult> {
  return staffWrite<UndoResult>(by, 'signature.hold', now, async ({ tx, log }) => {
    const where = readKey(key)
    const [row] = where
      ? await tx.signature.updateManyAndReturn({
          where: {
            ...where,
            appealAnsweredAt: at,
            appealAnswer: { not: 'counts' },
            state: { in: ['held', 'removed'] },
          },
          data: { appealAnswer: null, appealAnsweredAt: null },
          select: { commitment: true },
        })
      : []
    if (!row) return { ok: false, reason: 'undo_over' }
    log('signature.undo', subjectOf(row.commitment))
    return { ok: true }
  })
}

/** They have just read it, so this is no further opening. */
async function readAgain(by: Staff, key: string, now: Date): Promise<void> {
  await staffWrite(by, 'signature.review', now, async ({ tx }) => {
    const where = readKey(key)
    const claim = { staffId: by.id, expiresAt: readUntil(now) }
    if (where) await tx.reviewClaim.createMany({ data: { ...where, queue: 'appeals', ...claim }, skipDuplicates: true })
  })
}
