import { db } from '@/lib/db'
import { ofNetwork } from '@/lib/integrity/network-text'
import { standingSql } from '@/lib/signatures/states'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import type { Span } from './flood-span'
import type { Flood } from './list-floods'

export interface FloodBar {
  at: Date
  /** Signatures of the petition that stand, and how many of them are of the flood. */
  all: number
  ofFlood: number
}

/** A petition's arrivals in a span, a bar for each step, with a flood's share. */
export async function findFloodBars(by: Staff, flood: Flood, { from, to, step }: Span): Promise<FloodBar[]> {
  authorise(by, 'signature.review')
  const rows = await db().$queryRaw<{ bar: number; n: number; ofFlood: number }[]>`
    SELECT floor(extract(epoch FROM received_at - ${from}) * 1000 / ${step}::float8)::int AS bar, count(*)::int AS n,
      count(*) FILTER (WHERE ${ofFlood(flood)})::int AS "ofFlood"
    FROM signature s WHERE s.petition_id = ${flood.petition}::uuid AND state IN ${Prisma.raw(standingSql)}
      AND received_at >= ${from} AND received_at < ${to}
    GROUP BY 1`
  const counts = new Map(rows.map(({ bar, n, ofFlood }) => [bar, { all: n, ofFlood }]))
  const number = Math.round((to.getTime() - from.getTime()) / step)
  return Array.from({ length: number }, (_, i) => ({
    at: new Date(from.getTime() + i * step),
    ...(counts.get(i) ?? { all: 0, ofFlood: 0 }),
  }))
}

/** Rows `s` of a flood. */
export function ofFlood({ kind, what, domainIndex, from, to }: Flood): Prisma.Sql {
  const inTime = Prisma.sql`s.received_at BETWEEN ${from} AND ${to}`
  if (kind === 'link') return Prisma.sql`${inTime} AND s.via = ${what}`
  if (kind === 'network') return Prisma.sql`${inTime} AND ${ofNetwork(what)}`
  if (!domainIndex) return inTime
  return Prisma.sql`EXISTS (SELECT FROM signature_domain d WHERE d.petition_id = s.petition_id
    AND d.email_index = s.email_index AND d.domain_index = ${domainIndex})`
}

/** The average of the signatures that are not of the flood, per bar, to a tenth. */
export function averageOfOthers(bars: FloodBar[]): number {
  const rest = bars.reduce((sum, { all, ofFlood }) => sum + all - ofFlood, 0)
  return Math.round((rest / Math.max(1, bars.length)) * 10) / 10
}
