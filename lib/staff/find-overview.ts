import { db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import { authorise } from './authorise'
import type { Staff } from './staff'

export interface Overview {
  petitions: { id: string; slug: string; status: string; net: number; goal: number }[]
  /** What waits for a person. */
  held: number
  appeals: number
  actsWaiting: number
  applications: number
  /** What waits for the machine. */
  toCount: number
  mail: { waiting: number; oldest: Date | null; failed: number }
  workerAge: number | null
  /** Net change in each of the last 48 hours, oldest first. */
  hours: { hour: Date; net: number }[]
  countries: { country: string; net: number }[]
}

const HOUR = 3_600_000
const HOURS = 48

/** How things stand, each number from an index or a total: it costs the same at five million signatures. */
export async function findOverview(by: Staff, now: Date): Promise<Overview> {
  authorise(by, 'desk.see')
  const since = new Date(Math.floor(now.getTime() / HOUR) * HOUR - (HOURS - 1) * HOUR)
  const unsent = { sentAt: null, failedAt: null }
  const [
    petitions,
    held,
    appeals,
    actsWaiting,
    applications,
    toCount,
    waiting,
    oldest,
    failed,
    beat,
    hours,
    countries,
  ] = await Promise.all([
    db().petition.findMany({ include: { total: true }, orderBy: { slug: 'asc' } }),
    // States as literals: a cast parameter would keep PostgreSQL from the partial indexes.
    count(Prisma.sql`SELECT count(*)::int AS n FROM signature WHERE state = 'held'`),
    count(
      Prisma.sql`SELECT count(*)::int AS n FROM signature WHERE state IN ('held', 'removed') AND appealed_at IS NOT NULL`,
    ),
    db().bulkAct.count({ where: { stage: 'waiting' } }),
    db().application.count({ where: { state: 'confirmed' } }),
    count(Prisma.sql`SELECT count(*)::int AS n FROM signature WHERE state = 'confirmed'`),
    db().mail.count({ where: unsent }),
    db().mail.aggregate({ where: { ...unsent, notBefore: { lte: now } }, _min: { queuedAt: true } }),
    db().mail.count({ where: { failedAt: { not: null } } }),
    db().workerBeat.aggregate({ _max: { beatAt: true } }),
    db().hourTotal.groupBy({ by: ['hour'], where: { hour: { gte: since } }, _sum: { net: true } }),
    db().countryTotal.groupBy({
      by: ['country'],
      _sum: { net: true },
      orderBy: { _sum: { net: 'desc' } },
      take: 12,
    }),
  ])
  const net = new Map(hours.map(({ hour, _sum }) => [hour.getTime(), Number(_sum.net ?? 0)]))
  const at = (i: number) => new Date(since.getTime() + i * HOUR)
  return {
    petitions: petitions.map(({ id, slug, status, goal, total }) => ({
      id,
      slug,
      status,
      goal,
      net: Number(total?.net ?? 0),
    })),
    held,
    appeals,
    actsWaiting,
    applications,
    toCount,
    mail: { waiting, oldest: oldest._min.queuedAt, failed },
    workerAge: beat._max.beatAt ? Math.round((now.getTime() - beat._max.beatAt.getTime()) / 1000) : null,
    hours: Array.from({ length: HOURS }, (_, i) => ({ hour: at(i), net: net.get(at(i).getTime()) ?? 0 })),
    countries: countries.map(({ country, _sum }) => ({ country, net: Number(_sum.net ?? 0) })),
  }
}

async function count(query: Prisma.Sql): Promise<number> {
  const [row] = await db().$queryRaw<{ n: number }[]>(query)
  return row?.n ?? 0
}
