import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { readKey } from '../admin/signature-key'
import { isUndoable } from './grace'

/** A person's own last change of a signature, while they can undo it; null where there is none. */
export async function findUndo(by: Staff, key: string, now: Date): Promise<{ batch: string; verb: string } | null> {
  authorise(by, 'signature.read')
  const where = readKey(key)
  return (
    where &&
    db().recentChange.findFirst({
      where: { ...where, staffId: by.id, ...isUndoable(now) },
      select: { batch: true, verb: true },
    })
  )
}
