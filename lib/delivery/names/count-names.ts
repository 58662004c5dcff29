import { db } from '@/lib/db'
import { countRows } from '@/lib/exports/which-rows'
import { isId } from '@/lib/input/id'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { namedSignatures } from './standing'

/** Counts the names that a pack made now would have, up to `MAX_COUNTED` + 1, and the counted signatures. */
export async function countNames(
  by: Staff,
  petitionId: string,
  now: Date,
): Promise<{ names: number; counted: number }> {
  authorise(by, 'approval.read')
  const total = isId(petitionId) ? await db().petitionTotal.findUnique({ where: { petitionId } }) : null
  if (!total) return { names: 0, counted: 0 }
  const names = await countRows(namedSignatures(petitionId, Number(total.size), now), MAX_COUNTED + 1)
  return { names, counted: Number(total.net) }
}
