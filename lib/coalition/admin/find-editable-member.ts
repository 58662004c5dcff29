import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { type Values, versionOf } from './change-row'
import { memberValues } from './member-form'

export interface EditableRecord {
  id: string
  values: Values
  stamp: string
  /** Languages in which there is a text. */
  locales: string[]
}

/** A member with all that the desk can change, or null. */
export async function findEditableMember(by: Staff, id: string): Promise<EditableRecord | null> {
  authorise(by, 'coalition.read')
  if (!isId(id)) return null
  const row = await db().member.findUnique({ where: { id }, include: { sources: true, texts: true } })
  if (!row) return null
  const values = memberValues(row)
  return { id, values, stamp: versionOf(values), locales: row.texts.map(({ locale }) => locale) }
}
