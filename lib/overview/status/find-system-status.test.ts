import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { noteStatus } from '@/lib/backup/backup-folder'
import { db, pool } from '@/lib/db'
import { env } from '@/lib/env'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { workerFacts } from '@/test/worker-facts'
import { findSystemStatus } from './find-system-status'
import { reportWorker } from './report-worker'
import type { LineName } from './status-line'
import { findWorkerFacts, noteRecount, noteWorkerFacts, purgeReports } from './system-report'

useDatabase()

const now = new Date()
const ago = (ms: number) => new Date(now.getTime() - ms)
const DAY = 86_400_000

beforeEach(() => pool().query('TRUNCATE heartbeat, system_report, mail, suppression, erasure, signature CASCADE'))

async function says(...names: LineName[]) {
  const lines = await findSystemStatus(await aStaffMember('editor', now), now)
  return lines.filter(({ name }) => names.includes(name)).map((line) => line.says)
}

async function aWorker(beatAt: Date): Promise<string> {
  const worker = randomUUID()
  await db().heartbeat.create({ data: { worker, beatAt } })
  return worker
}

test('an empty site tells what nobody has set up, and that no worker ever came', async () => {
  expect(await says('worker', 'sender', 'backup', 'disk', 'recount', 'erasures', 'migrations')).toEqual([
    'workerNever',
    'noWorkerReported',
    'recountNever',
    'noWorkerReported',
    'noWorkerReported',
    'migrationsMade',
    'erasuresListed',
  ])
})

test('what a worker reports of itself is what the page says, as long as it is alive', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'status-'))
  const { BACKUP_DIR, DATA_DIR } = env()
  Object.assign(env(), { BACKUP_DIR: folder, DATA_DIR: folder })
  onTestFinished(async () => {
    Object.assign(env(), { BACKUP_DIR, DATA_DIR })
    await rm(folder, { recursive: true })
  })
  const report = reportWorker(await aWorker(now))
  await report(now)
  expect(await says('worker', 'sender', 'backup', 'archive', 'drill', 'clock')).toEqual([
    'workerRuns',
    'senderOutbox',
    'backupNever',
    'archiveUnset',
    'drillNever',
    'clocksAgree',
  ])
  await noteStatus(folder, { backedUpAt: now, archivedAt: now, drilledAt: ago(40 * DAY) })
  await report(now)
  expect(await says('backup', 'archive', 'drill')).toEqual(['backupTakenElsewhere', 'archiveFollows', 'drillLate'])
  const { rows } = await pool().query('SELECT facts::text FROM system_report')
  expect(JSON.stringify(rows)).not.toContain(folder)
})

test('workers that are gone say nothing beside those that are there, and are forgotten after a day', async () => {
  const [gone, here] = [randomUUID(), await aWorker(now)]
  await noteWorkerFacts(gone, workerFacts(now, { release: 'old' }), ago(1_000))
  expect(await findWorkerFacts(now)).toMatchObject([{ release: 'old' }])
  await noteWorkerFacts(here, workerFacts(now, { release: 'new' }), ago(30_000))
  await noteRecount(true, ago(3 * DAY))
  expect(await findWorkerFacts(now)).toMatchObject([{ release: 'new' }])
  await purgeReports(new Date(now.getTime() + DAY))
  expect(await db().systemReport.findMany({ select: { source: true } })).toEqual([{ source: 'recount' }])
  expect(await says('recount')).toEqual(['recountOld'])
  await noteRecount(false, now)
  expect(await says('recount')).toEqual(['recountWrong'])
})

test('what another release has reported is left out, and breaks no page', async () => {
  await db().systemReport.create({ data: { source: await aWorker(now), reportedAt: now, facts: { other: 1 } } })
  expect(await says('backup', 'clock')).toEqual(['noWorkerReported', 'clocksAgree'])
})

test('mail, the ledger and erasures are read from their tables', async () => {
  await pool().query(
    `INSERT INTO mail (address_index, id, kind, queued_at, not_before, sealed)
     VALUES (sha256('a'), gen_random_uuid(), 'staff_link', $1, $1, 'x')`,
    [ago(20 * 60_000)],
  )
  await db().erasure.create({ data: { hash: Buffer.alloc(32), erasedAt: ago(20 * 60_000) } })
  const petition = await aPetition('status')
  await heldSignatures(petition, [{ name: 'A', email: 'a@b.example' }], ago(40 * 60_000), { state: 'confirmed' })
  expect(await says('mailQueue', 'ledgerLag', 'erasures')).toEqual(['mailQueueLate', 'lagLate', 'erasuresLate'])
  await db().ledgerBatch.create({ data: { petitionId: petition, recentAt: now, openedAt: now, dueAt: now } })
  expect(await says('ledgerLag')).toEqual(['lagSome'])
})

test('an address that no mailbox took is no trouble of the site', async () => {
  const failed = (failure: string) =>
    pool().query(
      `INSERT INTO mail (address_index, id, kind, queued_at, not_before, failed_at, failure)
       VALUES (sha256('a'), gen_random_uuid(), 'staff_link', $1, $1, $1, $2)`,
      [ago(60_000), failure],
    )
  const report = reportWorker(await aWorker(now))
  for (const failure of ['address_refused', 'nothing_to_send', 'suppressed']) await failed(failure)
  expect(await says('mailFailed', 'bounces')).toEqual(['noWorkerReported', 'noWorkerReported'])
  await report(now)
  expect(await says('mailFailed', 'bounces')).toEqual(['mailNoneFailed', 'bouncesFew'])
  await failed('content_refused')
  await report(now)
  expect(await says('mailFailed')).toEqual(['mailSomeFailed'])
})
