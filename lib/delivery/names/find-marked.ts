import { db } from '@/lib/db'
import { markOf } from '@/lib/exports/mark'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

/** Finds the delivery from whose names a leaked row comes; null if none. `findMarked` does it for exports. */
export async function findMarkedNames(
  by: Staff,
  reference: string,
  mark: string,
): Promise<{ deliveryId: string } | null> {
  authorise(by, 'export.read')
  const number = reference.trim().toUpperCase()
  const rows = await db().deliveryNames.findMany({
    where: { madeAt: { not: null } },
    select: { deliveryId: true },
  })
  return rows.find(({ deliveryId }) => markOf(deliveryId, number) === mark.trim().toLowerCase()) ?? null
}
