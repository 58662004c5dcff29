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
/** In ms: a worker that was silent for as long is told of. */
const SILENT = 5 * MINUTE

/** What a process has seen of the workers' heartbeats. A worker that stops in order deletes its own. */
export interface Watch {
  newest: Date | null
  /** Since when it has looked and found none; null: it found one. */
  noneSince: Date | null
}

/**
 * Tells the owners of a worker that is silent, once for each silence, however many processes watch. The worker is what
 * sends mail, so this process sends it itself, if it knows how; if not, or if that fails, the worker mails it when it is
 * back. A process that ends between taking a notice and sending it leaves it to Home, which says the same.
 * @param watch kept by the process from look to look
 */
export async function notifySilence(driver: Driver | null, watch: Watch, now: Date): Promise<void> {
  const { _max: found } = await db().heartbeat.aggregate({ _max: { beatAt: true } })
  // A worker that was killed leaves an old heartbeat, older than that of one that stopped in order since.
  if (found.beatAt && (watch.newest === null || found.beatAt > watch.newest)) watch.newest = found.beatAt
  watch.noneSince = watch.newest ? null : (watch.noneSince ?? now)
  const silentFrom = watch.newest ?? watch.noneSince ?? now
  if (now.getTime() - silentFrom.getTime() < SILENT) return
  const minute = silentFrom.toISOString().slice(0, 16).replace('T', ' ')
  await tell(watch.newest ? { since: minute } : { noneSince: minute }, silentFrom, now)
  if (driver) await sendNow(driver, now)
}

/** Each process may have seen another last heartbeat: what was told since it is about the same silence. */
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
    // Whoever takes it sends it.
    const taken = await db().staffNotice.updateMany({ where: { id, mailedAt: null }, data: { mailedAt: now } })
    if (taken.count === 0) continue
    const isDone = await send(driver, { id, staffId }, now).catch((error: unknown) => {
      console.error(`mailing that the worker is silent: ${redactError(error, 1)}`)
      return false
    })
    if (!isDone) await db().staffNotice.updateMany({ where: { id }, data: { mailedAt: null } })
  }
}

/** @returns false where it must be tried again */
async function send(driver: Driver, { id, staffId }: { id: string; staffId: string }, now: Date): Promise<boolean> {
  const mail = await composeNotices({ staffId, mailedAt: now.toISOString() })
  if (!mail) return true
  const [outcome] = await driver.send({ batchId: randomUUID(), mails: [{ ...mail, id }] })
  return outcome?.kind === 'accepted'
}

/**
 * Watches each minute whether a worker reports. For processes that may read who the owners are.
 * @returns ends it
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
