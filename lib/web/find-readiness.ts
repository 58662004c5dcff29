import { db } from '@/lib/db'

/** A worker that beat longer ago than this is taken for dead, in ms. */
const lively = 60_000
/** A database that does not answer within this is taken for down, in ms. */
const patience = 2_000

export interface Readiness {
  ready: boolean
  database: 'ok' | 'down'
  /** Seconds since a worker last said it is alive; null when none ever did, or the database is down. */
  workerAge: number | null
}

/** Whether this process can serve signers: its database answers, and some worker counts and mails. */
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
