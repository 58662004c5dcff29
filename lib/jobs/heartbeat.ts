import { pool } from '@/lib/db'

/** Notes that a worker is alive; readiness asks how long ago the last one did. */
export async function heartbeat(worker: string, now: Date): Promise<void> {
  await pool().query(
    `INSERT INTO heartbeat (worker, beat_at) VALUES ($1, $2)
     ON CONFLICT (worker) DO UPDATE SET beat_at = excluded.beat_at`,
    [worker, now],
  )
}

/** Deletes the worker's heartbeat when it stops in order. */
export async function removeHeartbeat(worker: string): Promise<void> {
  await pool().query('DELETE FROM heartbeat WHERE worker = $1', [worker])
}

/** Deletes heartbeats of workers that died more than a day ago. */
export async function purgeHeartbeats(now: Date): Promise<void> {
  await pool().query('DELETE FROM heartbeat WHERE beat_at < $1', [new Date(now.getTime() - 86_400_000)])
}
