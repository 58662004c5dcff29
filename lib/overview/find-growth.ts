import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

/** Net change of the count in the hour or day that begins at this time (UTC). */
export interface Growth {
  at: Date
  net: number
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const HOURS = 48
const DAYS = 90

/**
 * Returns the growth of each of the last 48 hours and 90 days, oldest first, without gaps; reads totals, not
 * signatures.
 */
export async function findGrowth(by: Staff, now: Date): Promise<{ hours: Growth[]; days: Growth[] }> {
  authorise(by, 'overview.see')
  const since = begin(now, DAY) - (DAYS - 1) * DAY
  const rows = await db().hourTotal.groupBy({
    by: ['hour'],
    where: { hour: { gte: new Date(since) } },
    _sum: { net: true },
  })
  const moved = rows.map(({ hour, _sum }) => ({ at: hour.getTime(), net: Number(_sum.net ?? 0) }))
  return {
    hours: inSteps(moved, HOUR, begin(now, HOUR) - (HOURS - 1) * HOUR, HOURS),
    days: inSteps(moved, DAY, since, DAYS),
  }
}

function inSteps(moved: { at: number; net: number }[], step: number, since: number, steps: number): Growth[] {
  const sums = Array.from({ length: steps }, () => 0)
  for (const { at, net } of moved) {
    const i = Math.floor((at - since) / step)
    if (i >= 0 && i < steps) sums[i] = (sums[i] ?? 0) + net
  }
  return sums.map((net, i) => ({ at: new Date(since + i * step), net }))
}

function begin(now: Date, step: number): number {
  return Math.floor(now.getTime() / step) * step
}
