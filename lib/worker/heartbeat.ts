import { db } from '@/lib/db'

/** Notes that a worker is alive; readiness asks how long ago the last one did. */
export async function heartbeat(worker: string, now: Date): Promise<void> {
  await db().heartbeat.upsert({
    where: { worker },
    create: { worker, beatAt: now },
    update: { beatAt: now },
  })
}

/** Deletes the worker's heartbeat when it stops in order. */
export async function removeHeartbeat(worker: string): Promise<void> {
  await db().heartbeat.deleteMany({ where: { worker } })
}

/** Deletes heartbeats of workers that died more than a day ago. */
export async function purgeHeartbeats(now: Date): Promise<void> {
  await db().heartbeat.deleteMany({ where: { beatAt: { lt: new Date(now.getTime() - 86_400_000) } } })
}
