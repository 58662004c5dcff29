import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { workerFacts } from '@/test/worker-facts'
import { findSiteFacts } from './find-site-facts'
import { noteWorkerFacts } from './status/system-report'

useDatabase()

const now = new Date('2026-11-28T10:00:00Z')

test('what is said of mail is what the worker has, which sends it', async () => {
  const by = await aStaffMember('owner', now)
  expect((await findSiteFacts(by, now)).mail).toMatchObject({ driver: 'outbox', neutral: false })
  const { mail } = workerFacts(now)
  const worker = randomUUID()
  await db().heartbeat.create({ data: { worker, beatAt: now } })
  await noteWorkerFacts(worker, workerFacts(now, { mail: { ...mail, neutral: true } }), now)
  expect((await findSiteFacts(by, now)).mail).toEqual({ driver: 'smtp', from: mail.from, neutral: true, leaves: true })
})
