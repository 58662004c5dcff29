import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { isLocalSite } from '@/lib/local-site'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { assessBackups } from './assess-backups'
import { assessAuditLog, assessLedgers } from './assess-ledgers'
import { assessClocks, assessDatabase, assessDisks, assessErasures, assessVersions, type Own } from './assess-machines'
import { assessMail, assessWorkers, type Workers } from './assess-sending'
import { countPendingMigrations, readDatabase } from './read-database'
import { readLedgers } from './read-ledgers'
import { clockAhead } from './read-machine'
import { readMailQueue } from './read-mail'
import { findRelease } from './release'
import type { StatusLine } from './status-line'
import { findAuditFacts, findRecount, findWorkerFacts } from './system-report'
import { MAX_HEARTBEAT_AGE } from './thresholds'

/**
 * Returns the status of the whole installation, a line for each part: from the database, this process, and the reports
 * of workers and commands. Home and the status page both use it.
 */
export async function findSystemStatus(by: Staff, now: Date): Promise<StatusLine[]> {
  authorise(by, 'overview.see')
  const { SITE_URL } = env()
  const [workers, queue, ledgers, recount, audit, facts, database, pending, own, erasures] = await Promise.all([
    readWorkers(now),
    readMailQueue(now),
    readLedgers(now),
    findRecount(),
    findAuditFacts(),
    findWorkerFacts(now),
    readDatabase(),
    countPendingMigrations(),
    readOwn(),
    readErasures(),
  ])
  return [
    assessWorkers(workers),
    ...assessMail(queue, facts[0] ?? null, now),
    ...assessLedgers(ledgers, recount, now),
    assessAuditLog(audit, now),
    ...assessBackups(facts, now),
    assessDatabase(database, isLocalSite(SITE_URL)),
    ...assessDisks(facts),
    assessClocks(own, facts),
    ...assessVersions(own, facts, pending),
    assessErasures(erasures, now),
  ]
}

async function readWorkers(now: Date): Promise<Workers> {
  const beats = await db().heartbeat.findMany({ select: { beatAt: true } })
  const ages = beats.map(({ beatAt }) => now.getTime() - beatAt.getTime())
  return {
    silentFor: ages.length > 0 ? Math.max(0, Math.min(...ages)) : null,
    alive: ages.filter((age) => age < MAX_HEARTBEAT_AGE * 1_000).length,
  }
}

async function readOwn(): Promise<Own> {
  const [release, ahead] = await Promise.all([findRelease(), clockAhead()])
  return { release, clockAhead: ahead }
}

async function readErasures(): Promise<{ waiting: number; oldest: Date | null }> {
  const { _count, _min } = await db().erasure.aggregate({
    where: { filedAt: null },
    _count: true,
    _min: { erasedAt: true },
  })
  return { waiting: _count, oldest: _min.erasedAt }
}
