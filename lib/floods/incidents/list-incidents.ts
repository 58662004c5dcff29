import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { staffName } from '@/lib/staff/staff-name'
import type { Incident as Row } from '@/prisma/generated/client'
import type { Flood } from '../list-floods'

export type IncidentState = 'new' | 'looking' | 'closed'

/** A flood, and what staff made of it. */
export interface Incident {
  id: string
  /** The petition's slug. */
  petition: string
  kind: Flood['kind']
  via: string | null
  firstDay: Date
  lastDay: Date
  signatures: number
  state: IncidentState
  /** Of a closed one: it was held or removed, or is normal. */
  outcome: 'handled' | 'normal' | null
  reason: string
  /** The name of the person who set its state; null where they are gone, or nobody has looked yet. */
  who: string | null
  at: Date | null
}

/** In days: for how long it is kept what became of one. */
export const INCIDENT_DAYS = 90
const MAX_LISTED = 50

const people = { petition: { select: { slug: true } }, staff: { select: { name: true, email: true } } }

/** The incidents of the last ninety days: new ones first, then the newest. */
export async function listIncidents(by: Staff, now: Date): Promise<Incident[]> {
  authorise(by, 'signature.review')
  const since = new Date(now.getTime() - INCIDENT_DAYS * 86_400_000)
  const rows = await db().incident.findMany({
    where: { lastDay: { gte: since } },
    include: people,
    // `new` is the last of its states in the alphabet.
    orderBy: [{ state: 'desc' }, { lastDay: 'desc' }, { signatures: 'desc' }, { id: 'asc' }],
    take: MAX_LISTED,
  })
  return rows.map(shown)
}

/** The incidents of floods, by the flood's key; a flood that was not noticed has none. */
export async function findIncidents(by: Staff, keys: string[]): Promise<Map<string, Incident>> {
  authorise(by, 'signature.review')
  const rows = await db().incident.findMany({ where: { floodKey: { in: keys } }, include: people })
  return new Map(rows.map((row) => [row.floodKey ?? '', shown(row)]))
}

/** One of them; null if it is no longer kept. */
export async function findIncident(by: Staff, id: string): Promise<Incident | null> {
  authorise(by, 'signature.review')
  const row = await db().incident.findUnique({ where: { id }, include: people })
  return row && shown(row)
}

/** Days (UTC) on which something was noticed. */
export async function incidentDays(by: Staff, since: Date): Promise<Set<number>> {
  authorise(by, 'signature.review')
  const rows = await db().incident.findMany({
    where: { lastDay: { gte: since } },
    select: { firstDay: true, lastDay: true },
  })
  const days = new Set<number>()
  for (const { firstDay, lastDay } of rows)
    for (let day = firstDay.getTime(); day <= lastDay.getTime(); day += 86_400_000) days.add(day)
  return days
}

type Found = Row & { petition: { slug: string }; staff: { name: string | null; email: string } | null }

function shown({ petition, staff, stateAt, ...row }: Found): Incident {
  const { id, via, firstDay, lastDay, signatures, reason } = row
  return {
    id,
    via,
    firstDay,
    lastDay,
    signatures,
    reason,
    petition: petition.slug,
    kind: row.kind as Flood['kind'],
    state: row.state as IncidentState,
    outcome: row.outcome as Incident['outcome'],
    who: staff && staffName(staff),
    at: stateAt,
  }
}
