import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

/** What the worker has to do, and whether it is running. */
export interface SystemStatus {
  petitions: { id: string; slug: string; status: string; net: number; paper: number; goal: number }[]
  toCount: number
  /** Seconds since a worker's last heartbeat; null: never. */
  workerAge: number | null
}

export async function findSystemStatus(by: Staff, now: Date): Promise<SystemStatus> {
  authorise(by, 'overview.see')
  const [petitions, toCount, beat] = await Promise.all([
    db().petition.findMany({ include: { total: true }, orderBy: { slug: 'asc' } }),
    // The state as a literal: a parameter would keep PostgreSQL from the index of those that wait.
    db().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM signature WHERE state = 'confirmed'`,
    db().heartbeat.aggregate({ _max: { beatAt: true } }),
  ])
  const lately = beat._max.beatAt
  return {
    petitions: petitions.map(({ id, slug, status, goal, total }) => ({
      id,
      slug,
      status,
      goal,
      net: Number(total?.net ?? 0),
      paper: Number(total?.paper ?? 0),
    })),
    toCount: toCount[0]?.n ?? 0,
    workerAge: lately ? Math.round((now.getTime() - lately.getTime()) / 1000) : null,
  }
}
