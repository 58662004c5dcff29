import { Gauge, Registry } from 'prom-client'
import { env } from '@/lib/env'
import { recentReadiness } from '@/lib/web/find-readiness'
import { findBacklogs } from './find-backlogs'

/** The metrics of the whole installation, the same in every process. */
export const installation = new Registry()

const gauge = (name: string, help: string, labelNames: string[] = []) =>
  new Gauge({ name: `petition_${name}`, help, labelNames, registers: [installation] })

const ready = gauge('ready', 'Whether the database answers and some worker is alive')
const databaseUp = gauge('database_up', 'Whether the database answers')
const heartbeat = gauge('worker_heartbeat_age_seconds', 'Since a worker last said that it lives')
const mailsWaiting = gauge('mails_waiting', 'Mails not sent yet')
const oldestMail = gauge('mail_oldest_seconds', 'How long the oldest mail that is due has waited')
const toCount = gauge('ledger_waiting', 'Confirmed signatures that the ledger does not hold yet')
const oldestToCount = gauge('ledger_oldest_seconds', 'How long the oldest of them has waited')
const counted = gauge('counted', 'The public count', ['petition'])
const suppressed = gauge('suppressed', 'Addresses that get no mail any more', ['reason'])
const backupAge = gauge('backup_age_seconds', 'Since the last whole copy of the database began')
const drillAge = gauge('drill_age_seconds', 'Since the last drill of a restore succeeded')

/** These metrics in Prometheus' text format. Backlogs are included only if the database account may read them. */
export async function describeInstallation(now: Date): Promise<string> {
  installation.resetMetrics()
  const { ready: isReady, database, workerAge } = await recentReadiness()
  ready.set(isReady ? 1 : 0)
  databaseUp.set(database === 'ok' ? 1 : 0)
  heartbeat.set(workerAge ?? Number.POSITIVE_INFINITY)
  const { ROLE } = env()
  const waits = ROLE === 'worker' || ROLE === 'all' ? await findBacklogs(now).catch(() => null) : null
  if (!waits) return justReady()
  mailsWaiting.set(waits.mailsWaiting)
  oldestMail.set(waits.oldestMail)
  toCount.set(waits.toCount)
  oldestToCount.set(waits.oldestToCount)
  for (const { slug, net } of waits.counted) counted.set({ petition: slug }, net)
  for (const { reason, n } of waits.suppressed) suppressed.set({ reason }, n)
  if (waits.backupAge !== null) backupAge.set(waits.backupAge)
  if (waits.drillAge !== null) drillAge.set(waits.drillAge)
  const known = waits.backupAge !== null
  return texts(known ? installation.getMetricsAsArray() : all().filter(({ name }) => !/backup|drill/.test(name)))
}

/** Nothing is said to be 0 that was not looked at. */
function justReady(): Promise<string> {
  return texts(all().filter(({ name }) => /ready|database_up|heartbeat/.test(name)))
}

function all() {
  return installation.getMetricsAsArray()
}

async function texts(metrics: { name: string }[]): Promise<string> {
  const parts = await Promise.all(metrics.map(({ name }) => installation.getSingleMetricAsString(name)))
  return parts.map((part) => `${part}\n`).join('\n')
}
