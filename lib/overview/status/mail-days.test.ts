import { randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { countMailDays, findMailDays } from './mail-days'
import { reportWorker } from './report-worker'
import { purgeReports } from './system-report'

useDatabase()

const now = new Date('2026-11-30T10:00:00Z')
const day = (n: number) => new Date(now.getTime() + n * 86_400_000)

beforeEach(() => pool().query('TRUNCATE system_report, mail, suppression, signature CASCADE'))

async function sent(many: number, at: Date, failure: string | null = null): Promise<void> {
  await pool().query(
    `INSERT INTO mail (address_index, id, kind, queued_at, not_before, sent_at, failed_at, failure)
     SELECT sha256('a'), gen_random_uuid(), 'staff_link', $2, $2, CASE WHEN $3::text IS NULL THEN $2::timestamptz END,
       CASE WHEN $3::text IS NOT NULL THEN $2::timestamptz END, $3 FROM generate_series(1, $1)`,
    [many, at, failure],
  )
}

async function listed(reason: string, at: Date, hash = randomBytes(32)): Promise<Buffer> {
  await db().suppression.create({ data: { addressHash: hash, reason, suppressedAt: at } })
  return hash
}

async function said(at = now): Promise<string[] | undefined> {
  const days = await findMailDays(await aStaffMember('editor', at), at)
  expect(days?.length ?? 30).toBe(30)
  return days
    ?.filter(({ tried, bounced, complained }) => tried + bounced + complained > 0)
    .map((one) => `${one.day} ${one.tried} ${one.bounced} ${one.complained}`)
}

test('a worker notes the mails of today and yesterday, and the days before stay when their rows are gone', async () => {
  expect(await said()).toBeUndefined()
  await sent(60, now)
  await sent(3, now, 'address_refused')
  await sent(2, now, 'content_refused')
  await sent(50, day(-1))
  await listed('bounce', now)
  await listed('complaint', day(-1))
  await reportWorker(randomUUID())(now)
  expect(await said()).toEqual(['2026-11-29 50 0 1', '2026-11-30 63 1 0'])
  await pool().query('TRUNCATE mail, suppression CASCADE')
  await sent(7, day(2))
  await countMailDays(day(2))
  await countMailDays(day(2))
  await purgeReports(day(2))
  // Yesterday, of which there are no rows, was counted too.
  expect(await said(day(2))).toEqual(['2026-11-29 50 0 1', '2026-11-30 63 1 0', '2026-12-02 7 0 0'])
  await countMailDays(day(30))
  expect(await said(day(30))).toEqual(['2026-12-02 7 0 0'])
})

test('what a mailing may have brought is left out, as its mails are not kept', async () => {
  const petition = await aPetition('mail-days')
  await heldSignatures(petition, [{ name: 'A', email: 'a@b.example' }], now, { state: 'confirmed' })
  const hash = await listed('bounce', now)
  await pool().query(
    `INSERT INTO suppressed_signature (petition_id, email_index, address_hash) SELECT petition_id, email_index, $1 FROM signature`,
    [hash],
  )
  await sent(1, now)
  await countMailDays(now)
  expect(await said()).toEqual(['2026-11-30 1 1 0'])
  const { id: createdBy } = await aStaffMember('owner', now)
  const mailing = {
    petitionId: petition,
    stage: 'sending',
    createdBy,
    startedBy: createdBy,
    createdAt: now,
    startedAt: now,
  }
  await db().mailing.create({ data: { id: randomUUID(), ...mailing } })
  await countMailDays(now)
  expect(await said()).toEqual(['2026-11-30 1 0 0'])
})

test('what another release has noted breaks no page', async () => {
  await db().systemReport.create({ data: { source: 'mail_days', reportedAt: now, facts: { days: 'other' } } })
  expect(await said()).toBeUndefined()
  await sent(1, now)
  await countMailDays(now)
  expect(await said()).toEqual(['2026-11-30 1 0 0'])
})
