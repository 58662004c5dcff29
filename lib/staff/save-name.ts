import { z } from 'zod'
import { lineField } from '@/lib/input/form-fields'
import { lockName } from '@/lib/locks'
import { fold } from '@/lib/text/fold'
import { adminLanguages, adminTranslator } from '@/messages/admin/translator'
import type { Staff } from './staff'
import { staffWrite } from './staff-write'

export const MAX_NAME = 60

type Result = { ok: true } | { ok: false; reason: 'name_invalid' | 'name_taken' }

/** Texts that pages show instead of a name; they cannot be names. */
const said = new Set(
  adminLanguages.flatMap((language) =>
    [adminTranslator(language)('audit.theServer'), adminTranslator(language)('audit.formerColleague')].map(fold),
  ),
)

/**
 * Invisible characters: a name with one looks like the name without it. Joiners (U+200C, U+200D) are needed by some
 * scripts.
 */
const BLANK = /(?![\u200c\u200d])[\p{Default_Ignorable_Code_Point}\u{13441}\u{13442}\u2800]/u

/** The form in which names that look alike are equal. */
const alike = (name: string) => fold(name.replace(/[\u200c\u200d]/g, ''))

/**
 * Parses a name, or none, in NFKC. It cannot be mistaken for an address, or for a text that pages show instead of a
 * name.
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
 * Sets the name that colleagues see; empty: their address. Folded names are unique, so that nobody requests approval
 * under another's name. Old audit log entries show the new name, since they hold ids.
 */
export function saveName(by: Staff, typed: string, now: Date): Promise<Result> {
  return staffWrite<Result>(by, 'account.manage', now, async ({ tx, log }) => {
    const read = typedName.safeParse(typed.trim())
    if (!read.success) return { ok: false, reason: 'name_invalid' }
    const name = read.data
    const nameFolded = name && alike(name)
    // The lock serialises changes, so that two people cannot get the same name at once.
    await lockName(tx, 'staff name')
    const count = await tx.$executeRaw`
      UPDATE staff SET name = ${name}, name_folded = ${nameFolded} WHERE id = ${by.id}::uuid
      AND NOT EXISTS (SELECT FROM staff other WHERE other.name_folded = ${nameFolded} AND other.id <> ${by.id}::uuid)`
    if (count === 0) return { ok: false, reason: 'name_taken' }
    log('staff.name', `staff:${by.id}`)
    return { ok: true }
  })
}
