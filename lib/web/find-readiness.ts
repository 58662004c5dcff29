import { db } from '@/lib/db'

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

/** Whether this process can serve signers: its database answers, and some worker counts signatures and sends mail. */
export async function findReadiness(now: Date): Promise<Readiness> {
  const beat = db().heartbeat.aggregate({ _max: { beatAt: true } })
  const late = new Promise<never>((_, reject) => setTimeout(reject, patience, new Error('late')).unref())
  try {
    const beatAt = (await Promise.race([beat, late]))._max.beatAt
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
