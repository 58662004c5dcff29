import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { isLocalSite } from '@/lib/local-site'
import { takeLock } from '@/lib/locks'
import type { Driver } from '@/lib/mail/gateway/driver'
import { openGateway } from '@/lib/mail/gateway/open-gateway'
import { redactError } from '@/lib/redact-error'
import { composeNotices } from '@/lib/staff/notices/compose-staff-notice'
import { queueStaffNotice } from '@/lib/staff/notices/queue-staff-notice'

const MINUTE = 60_000
/** Owners are notified of a silence of this length, in ms. */
const SILENT = 5 * MINUTE

/** The heartbeats that a process has seen. A worker that shuts down properly deletes its own. */
export interface Watch {
  newest: Date | null
  /** Since when every look has found none; null after one was found. */
  noneSince: Date | null
}

/**
 * Notifies owners that no worker reports, once for each silence, however many processes watch. Workers send the mail,
 * so this process sends the notice itself if it has a driver; if not, or if that fails, a worker mails it once it is
 * back. If the process ends between claiming and sending a notice, Home still shows the silence.
 * @param watch the process's memory between calls
 */
export async function notifySilence(driver: Driver | null, watch: Watch, now: Date): Promise<void> {
  const { _max: found } = await db().heartbeat.aggregate({ _max: { beatAt: true } })
  // A killed worker leaves its heartbeat behind, older than that of a worker that shut down properly later.
  if (found.beatAt && (watch.newest === null || found.beatAt > watch.newest)) watch.newest = found.beatAt
  watch.noneSince = watch.newest ? null : (watch.noneSince ?? now)
  const silentFrom = watch.newest ?? watch.noneSince ?? now
  if (now.getTime() - silentFrom.getTime() < SILENT) return
  const minute = silentFrom.toISOString().slice(0, 16).replace('T', ' ')
  await tell(watch.newest ? { since: minute } : { noneSince: minute }, silentFrom, now)
  if (driver) await sendNow(driver, now)
}

/** Processes may have seen different heartbeats, so any notice since then is about the same silence. */
async function tell(detail: Record<string, string>, silentFrom: Date, now: Date): Promise<void> {
  const kind = 'worker_silent'
  await db().$transaction(async (tx) => {
    // Processes that notice one silence at the same moment would each report it.
    await takeLock(tx, 'silenceNotices')
    const told = await tx.staffNotice.count({ where: { kind, noticedAt: { gt: silentFrom } } })
    if (told === 0) await queueStaffNotice(tx, { kind, to: 'owners', detail, once: true }, now)
  })
}

async function sendNow(driver: Driver, now: Date): Promise<void> {
  const waiting = await db().staffNotice.findMany({ where: { kind: 'worker_silent', mailedAt: null } })
  for (const { id, staffId } of waiting) {
    // The process that claims the notice sends it.
    const taken = await db().staffNotice.updateMany({ where: { id, mailedAt: null }, data: { mailedAt: now } })
    if (taken.count === 0) continue
    const isDone = await send(driver, { id, staffId }, now).catch((error: unknown) => {
      console.error(`mailing that the worker is silent: ${redactError(error, 1)}`)
      return false
    })
    if (!isDone) await db().staffNotice.updateMany({ where: { id }, data: { mailedAt: null } })
  }
}

/** @returns false if it must be tried again */
async function send(driver: Driver, { id, staffId }: { id: string; staffId: string }, now: Date): Promise<boolean> {
  const mail = await composeNotices({ staffId, mailedAt: now.toISOString() })
  if (!mail) return true
  const [outcome] = await driver.send({ batchId: randomUUID(), mails: [{ ...mail, id }] })
  return outcome?.kind === 'accepted'
}

/**
 * Checks each minute whether a worker reports. For processes that may read who the owners are.
 * @returns stops watching
 */
export function watchWorker(): () => Promise<void> {
  const { MAIL_DRIVER, SITE_URL } = env()
  const driver = MAIL_DRIVER !== 'outbox' || isLocalSite(SITE_URL) ? openGateway() : null
  const watch: Watch = { newest: null, noneSince: null }
  const look = () =>
    notifySilence(driver, watch, new Date()).catch((error: unknown) => {
      console.error(`watching the worker: ${redactError(error, 1)}`)
    })
  const timer = setInterval(() => void look(), MINUTE)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await driver?.close()
  }
}
