import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { stampOf, type Values } from './change-row'
import { memberValues } from './member-form'

export interface DeskThing {
  id: string
  values: Values
  stamp: string
  /** Languages in which there is a text. */
  locales: string[]
}

/** A member with all that the desk can change, or null. */
export async function findDeskMember(by: Staff, id: string): Promise<DeskThing | null> {
  authorise(by, 'coalition.read')
  if (!isId(id)) return null
  const row = await db().member.findUnique({ where: { id }, include: { sources: true, texts: true } })
  if (!row) return null
  const values = memberValues(row)
  return { id, values, stamp: stampOf(values), locales: row.texts.map(({ locale }) => locale) }
}
