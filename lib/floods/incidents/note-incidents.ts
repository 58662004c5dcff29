import { db } from '@/lib/db'
import { dayOf } from '@/lib/input/day'
import { floodKey } from '../flood-key'
import { type FloodRow, findOpenFloods, WINDOW } from '../list-floods'

/** So many times as many signatures make one that was found to be normal worth another look. */
const MUCH_MORE = 10

/**
 * Keeps an incident for each flood that somebody has to look at. One that was closed is new again: if it was handled
 * and goes on, or if it was normal and is ten times as large.
 */
export async function noteIncidents(now: Date): Promise<void> {
  const since = new Date(now.getTime() - WINDOW)
  for (const flood of await findOpenFloods(since, since)) await noteIncident(flood)
}

/** @returns its id */
export async function noteIncident(flood: Omit<FloodRow, 'sealed'>): Promise<string> {
  const { kind, petition, what, signatures, from, to } = flood
  const key = floodKey(flood)
  // Most of the time nothing about it is new.
  const known = await db().incident.findUnique({ where: { floodKey: key } })
  if (known && known.state !== 'closed' && known.signatures >= signatures && known.lastDay >= dayOf(to)) return known.id
  // Days alone: when the first and the last of a flood came would be two people's times.
  const [row] = await db().$queryRaw<{ id: string }[]>`
    INSERT INTO incident AS i (id, petition_id, kind, via, flood_key, first_day, last_day, signatures)
    VALUES (gen_random_uuid(), ${petition}::uuid, ${kind}, ${kind === 'link' ? what : null}, ${key}, ${dayOf(from)}::date,
      ${dayOf(to)}::date, ${signatures})
    ON CONFLICT (flood_key) DO UPDATE SET last_day = greatest(i.last_day, excluded.last_day),
      signatures = greatest(i.signatures, excluded.signatures)
    RETURNING id::text`
  const id = row?.id ?? ''
  await db().$executeRaw`
    UPDATE incident SET state = 'new', outcome = NULL, reason = '', staff_id = NULL, state_at = NULL
    WHERE id = ${id}::uuid AND state = 'closed' AND (outcome = 'handled' AND state_at < ${to}
      OR outcome = 'normal' AND ${signatures}::int >= ${MUCH_MORE} * closed_signatures)`
  return id
}
