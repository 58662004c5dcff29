import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

/** Maximum number of places offered for the next sheet. */
const MAX_PLACES = 30

/** Lists the places of the latest sheets, each once, newest first. */
export async function listPlaces(by: Staff): Promise<string[]> {
  authorise(by, 'paper.enter')
  const places = await db().paperSheet.groupBy({
    by: ['place'],
    _max: { enteredAt: true },
    orderBy: { _max: { enteredAt: 'desc' } },
    take: MAX_PLACES,
  })
  return places.map(({ place }) => place)
}
