import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { isLocalSite } from '@/lib/local-site'
import type { Driver } from '@/lib/mail/gateway/driver'
import { openGateway } from '@/lib/mail/gateway/open-gateway'
import { redactError } from '@/lib/redact-error'
import { composeNotices } from '@/lib/staff/notices/compose-staff-notice'
import { queueStaffNotice } from '@/lib/staff/notices/queue-staff-notice'

const MINUTE = 60_000
/** In ms: a worker that was silent for as long is told of. */
const SILENT = 5 * MINUTE

/**
 * Tells the owners of a worker that is silent, once for each silence, however many processes watch. The worker is what
 * sends mail, so this process sends it itself, if it knows how; if not, or if that fails, the worker mails it when it is
 * back. A process that ends between taking a notice and sending it leaves it to Home, which says the same.
 * @param watchedFrom since when this process has watched: a worker that never reported is told of five minutes later
 */
export async function notifySilence(driver: Driver | null, watchedFrom: Date, now: Date): Promise<void> {
  const { _max: newest } = await db().heartbeat.aggregate({ _max: { beatAt: true } })
  const beatAt = newest.beatAt
  if (now.getTime() - (beatAt ?? watchedFrom).getTime() < SILENT) return
  const minute = beatAt?.toISOString().slice(0, 16).replace('T', ' ')
  // Without a heartbeat there is no moment by which to know a silence again: it is told once a day.
  const detail: Record<string, string> = minute ? { since: minute } : { day: now.toISOString().slice(0, 10) }
  await queueStaffNotice(db(), { kind: 'worker_silent', to: 'owners', detail, once: true }, now)
  if (driver) await sendNow(driver, now)
}

async function sendNow(driver: Driver, now: Date): Promise<void> {
  const waiting = await db().staffNotice.findMany({ where: { kind: 'worker_silent', mailedAt: null } })
  for (const { id, staffId } of waiting) {
    // Whoever takes it sends it.
    const taken = await db().staffNotice.updateMany({ where: { id, mailedAt: null }, data: { mailedAt: now } })
    if (taken.count === 0) continue
    const mail = await composeNotices({ staffId, mailedAt: now.toISOString() })
    if (!mail) continue
    const [outcome] = await driver.send({ batchId: randomUUID(), mails: [{ ...mail, id }] })
    if (outcome?.kind === 'accepted') continue
    await db().staffNotice.updateMany({ where: { id }, data: { mailedAt: null } })
  }
}

/**
 * Watches each minute whether a worker reports. For processes that may read who the owners are.
 * @returns ends it
 */
export function watchWorker(): () => Promise<void> {
  const { MAIL_DRIVER, SITE_URL } = env()
  const driver = MAIL_DRIVER !== 'outbox' || isLocalSite(SITE_URL) ? openGateway() : null
  const from = new Date()
  const look = () =>
    notifySilence(driver, from, new Date()).catch((error: unknown) => {
      console.error(`watching the worker: ${redactError(error, 1)}`)
    })
  const timer = setInterval(() => void look(), MINUTE)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await driver?.close()
  }
}
