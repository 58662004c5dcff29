import { watchPool } from '@/lib/db'

/** In ms: a worker whose last heartbeat is older counts as dead. */
const lively = 60_000
/** In ms: a database that does not answer within this counts as down. */
const patience = 2_000

export interface Readiness {
  ready: boolean
  database: 'ok' | 'down'
  /** Seconds since the last heartbeat of any worker; null if there was none, or the database is down. */
  workerAge: number | null
}

/** In ms: the time for which a result is reused. */
const shared = 1_000

let recent: { at: number; readiness: Promise<Readiness> } | undefined

/** The readiness, found at most once a second, so that concurrent requests do not wait for each other. */
export function recentReadiness(): Promise<Readiness> {
  const at = performance.now()
  if (!recent || at - recent.at > shared) recent = { at, readiness: findReadiness(new Date()) }
  return recent.readiness
}

/** Whether this process can serve signers: its database answers, and some worker counts signatures and sends mail. */
export async function findReadiness(now: Date): Promise<Readiness> {
  const beat = watchPool().query<{ beatAt: Date | null }>('SELECT max(beat_at) AS "beatAt" FROM heartbeat')
  const late = new Promise<never>((_, reject) => setTimeout(reject, patience, new Error('late')).unref())
  try {
    const beatAt = (await Promise.race([beat, late])).rows[0]?.beatAt
    const age = beatAt ? now.getTime() - beatAt.getTime() : null
    return {
      ready: age !== null && age < lively,
      database: 'ok',
      workerAge: age === null ? null : Math.round(age / 1000),
    }
  } catch {
    return { ready: false, database: 'down', workerAge: null }
  }
}
