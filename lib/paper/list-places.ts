import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

/** At how many places sheets were collected that are offered for the next one. */
const MAX_PLACES = 30

/** The places of the sheets that were entered last, each once, the latest first. */
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
