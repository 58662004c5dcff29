import { z } from 'zod'
import { lineField } from '@/lib/input/form-fields'
import { lockName } from '@/lib/locks'
import { fold } from '@/lib/text/fold'
import { adminLanguages, adminTranslator } from '@/messages/admin/translator'
import type { Staff } from './staff'
import { staffWrite } from './staff-write'

export const MAX_NAME = 60

type Result = { ok: true } | { ok: false; reason: 'name_invalid' | 'name_taken' }

/** What pages say in place of a name: nobody has one of these. */
const said = new Set(
  adminLanguages.flatMap((language) =>
    [adminTranslator(language)('audit.theServer'), adminTranslator(language)('audit.formerColleague')].map(fold),
  ),
)

/**
 * Blank letters and marks: a name with one looks like the name without it. Joiners (U+200C, U+200D) belong to some
 * scripts.
 */
const BLANK = /(?![\u200c\u200d])[\p{Default_Ignorable_Code_Point}\u{13441}\u{13442}\u2800]/u

/** What two names that look alike have in common. */
const alike = (name: string) => fold(name.replace(/[\u200c\u200d]/g, ''))

/**
 * A name that is taken for no address and for nothing that stands in place of a name; or none. In NFKC, so that one
 * look is one text.
 */
const typedName = z.preprocess(
  (text) => typeof text === 'string' && text.normalize('NFKC').trim(),
  z.union([
    z.literal('').transform((): null => null),
    lineField(MAX_NAME).refine(
      (name) => alike(name).length > 1 && !name.includes('@') && !BLANK.test(name) && !said.has(alike(name)),
    ),
  ]),
)

/**
 * Sets what colleagues read for a person; nothing: their address. Two never have the same, folded, so that nobody asks
 * for approval under another's name. What was recorded before is read under the new one: the log holds ids.
 */
export function saveName(by: Staff, typed: string, now: Date): Promise<Result> {
  return staffWrite<Result>(by, 'account.manage', now, async ({ tx, log }) => {
    const read = typedName.safeParse(typed.trim())
    if (!read.success) return { ok: false, reason: 'name_invalid' }
    const name = read.data
    const nameFolded = name && alike(name)
    // One after another: of two who give the same name at once, one is told.
    await lockName(tx, 'staff name')
    const count = await tx.$executeRaw`
      UPDATE staff SET name = ${name}, name_folded = ${nameFolded} WHERE id = ${by.id}::uuid
      AND NOT EXISTS (SELECT FROM staff other WHERE other.name_folded = ${nameFolded} AND other.id <> ${by.id}::uuid)`
    if (count === 0) return { ok: false, reason: 'name_taken' }
    log('staff.name', `staff:${by.id}`)
    return { ok: true }
  })
}
