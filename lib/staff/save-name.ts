import { z } from 'zod'
import { lineField } from '@/lib/input/form-fields'
import { fold } from '@/lib/text/fold'
import type { Staff } from './staff'
import { staffWrite } from './staff-write'

export const MAX_NAME = 60

type Result = { ok: true } | { ok: false; reason: 'name_invalid' | 'name_taken' }

/** A name that is not taken for an address, or nothing. */
const typedName = z.union([
  z.literal('').transform((): null => null),
  lineField(MAX_NAME).refine((name) => fold(name).length > 1 && !name.includes('@')),
])

/**
 * Sets what colleagues read for a person; nothing: their address. Two never have the same, folded, so that nobody asks
 * for approval under another's name. What was recorded before is read under the new one: the log holds ids.
 */
export function saveName(by: Staff, typed: string, now: Date): Promise<Result> {
  return staffWrite<Result>(by, 'account.manage', now, async ({ tx, log }) => {
    const read = typedName.safeParse(typed.trim())
    if (!read.success) return { ok: false, reason: 'name_invalid' }
    const name = read.data
    const nameFolded = name && fold(name)
    // One after another: of two who give the same name at once, one is told.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('staff name', 0))`
    const count = await tx.$executeRaw`
      UPDATE staff SET name = ${name}, name_folded = ${nameFolded} WHERE id = ${by.id}::uuid
      AND NOT EXISTS (SELECT FROM staff other WHERE other.name_folded = ${nameFolded} AND other.id <> ${by.id}::uuid)`
    if (count === 0) return { ok: false, reason: 'name_taken' }
    log('staff.name', `staff:${by.id}`)
    return { ok: true }
  })
}
