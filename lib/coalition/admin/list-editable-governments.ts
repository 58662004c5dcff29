import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { GovernmentAddress } from '@/prisma/generated/client'
import { type Values, versionOf } from './change-row'
import { governmentKey, governmentValues } from './save-government'

/** All government addresses, by country; what was looked at longest ago is easily found by its day. */
export async function listEditableGovernments(by: Staff): Promise<GovernmentAddress[]> {
  authorise(by, 'coalition.read')
  return db().governmentAddress.findMany({ orderBy: [{ country: 'asc' }, { office: 'asc' }] })
}

/** One of them with all that the desk can change, or null. */
export async function findEditableGovernment(by: Staff, id: string): Promise<{ values: Values; stamp: string } | null> {
  authorise(by, 'coalition.read')
  const key = governmentKey(id)
  const row = key && (await db().governmentAddress.findUnique({ where: { country_office: key } }))
  if (!row) return null
  const values = governmentValues(row)
  return { values, stamp: versionOf(values) }
}
