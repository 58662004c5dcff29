import { randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { ComposedMail, Driver, Outcome } from '@/lib/mail/gateway/driver'
import { saveNotices } from '@/lib/staff/notices/save-notices'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { notifyArrivals } from './notify-arrivals'
import { notifyTrouble } from './notify-trouble'
import { notifySilence } from './watch-worker'

useDatabase()
beforeEach(async () => {
  await db().user.deleteMany()
  await db().heartbeat.deleteMany()
  await db().$executeRaw`DELETE FROM mail`
})

const now = new Date('2026-11-28T10:00:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)

const told = async (staffId: string) =>
  (await db().staffNotice.findMany({ where: { staffId }, orderBy: { kind: 'asc' } })).map(({ kind, detail }) => [
    kind,
    JSON.parse(detail),
  ])

const worker = '7b6c2a50-0000-4000-8000-000000000001'
const beat = (beatAt: Date) =>
  db().heartbeat.upsert({ where: { worker }, create: { worker, beatAt }, update: { beatAt } })

function aDriver(outcome: Outcome) {
  const mails: ComposedMail[] = []
  const driver: Driver = {
    batchSize: 10,
    send: async (batch) => {
      mails.push(...batch.mails)
      return batch.mails.map(() => outcome)
    },
    close: async () => undefined,
  }
  return { mails, driver }
}

describe('a worker that is silent', () => {
  test('is mailed to the owners by another process after five minutes, once, however many watch', async () => {
    const owner = await aStaffMember('owner', now)
    await aStaffMember('moderator', now)
    await beat(now)
    const { mails, driver } = aDriver({ kind: 'accepted' })
    await notifySilence(driver, now, minutes(4))
    expect(mails).toEqual([])
    await Promise.all([1, 2, 3].map(() => notifySilence(driver, now, minutes(5))))
    await notifySilence(driver, now, minutes(60))
    expect(mails.map(({ to }) => to)).toEqual([owner.email])
    expect(mails[0]?.text.replaceAll(/\s+/g, ' ')).toContain('silent since 2026-11-28 10:00 UTC')
    // Back, and silent again.
    await beat(minutes(90))
    await notifySilence(driver, now, minutes(91))
    expect(mails).toHaveLength(1)
    await notifySilence(driver, now, minutes(95))
    expect(mails).toHaveLength(2)
  })

  test('is tried again where its mail was not accepted, and left to the worker where this process sends none', async () => {
    const owner = await aStaffMember('owner', now)
    const failing = aDriver({ kind: 'retry', reason: 'unreachable', doubt: false })
    await notifySilence(failing.driver, now, minutes(4))
    expect(await told(owner.id)).toEqual([])
    await notifySilence(null, now, minutes(5))
    await notifySilence(failing.driver, now, minutes(6))
    await notifySilence(failing.driver, now, minutes(7))
    expect(failing.mails).toHaveLength(2)
    expect(await db().staffNotice.findMany({ select: { kind: true, mailedAt: true } })).toEqual([
      { kind: 'worker_silent', mailedAt: null },
    ])
  })
})

describe('mail that does not arrive', () => {
  const row = (
    address: number,
    times: Partial<Record<'sent_at' | 'failed_at' | 'not_before', Date>>,
    failure?: string,
  ) =>
    db().$executeRaw`
      INSERT INTO mail (address_index, id, kind, queued_at, not_before, sent_at, failed_at, failure, sealed)
      VALUES (${Buffer.alloc(32, address)}, gen_random_uuid(), 'staff_link', ${now}, ${times.not_before ?? now},
        ${times.sent_at ?? null}, ${times.failed_at ?? null}, ${failure ?? null},
        ${times.sent_at || failure ? null : randomBytes(8)})`

  test('is told to the owners once a day: late, given up, or much of it bounced', async () => {
    const owner = await aStaffMember('owner', now)
    const moderator = await aStaffMember('moderator', now)
    await notifyTrouble(minutes(30))
    await row(1, { failed_at: now }, 'nothing_to_send')
    await row(2, { failed_at: now }, 'address_refused')
    await notifyTrouble(minutes(5))
    expect(await told(owner.id)).toEqual([])
    await row(3, {})
    await Promise.all([1, 2].map(() => notifyTrouble(minutes(11))))
    await notifyTrouble(minutes(12))
    const failing = ['mail_trouble', { what: 'failing', day: '2026-11-28' }]
    expect(await told(owner.id)).toEqual([failing])
    expect(await told(moderator.id)).toEqual([])
    await db().$executeRaw`DELETE FROM mail`
    for (let i = 0; i < 50; i += 1) await row(i, { sent_at: now })
    await db().suppression.create({ data: { addressHash: Buffer.alloc(32, 1), reason: 'bounce', suppressedAt: now } })
    await notifyTrouble(minutes(20))
    expect(await told(owner.id)).toHaveLength(1)
    await db().suppression.create({ data: { addressHash: Buffer.alloc(32, 2), reason: 'bounce', suppressedAt: now } })
    await notifyTrouble(minutes(30))
    expect(await told(owner.id)).toEqual([failing, ['mail_trouble', { what: 'bounces', day: '2026-11-28' }]])
  })
})

test('what comes in is told at once to those who chose that, who can work on it, and once', async () => {
  await aPetition('arrivals')
  const [keen, other, auditor] = [
    await aStaffMember('editor', now),
    await aStaffMember('editor', now),
    await aStaffMember('auditor', now),
  ]
  for (const { id } of [keen, other, auditor]) await db().user.update({ where: { id }, data: { signedInAt: now } })
  await saveNotices(keen, { arrivals: 'at_once' }, now)
  await saveNotices(auditor, { arrivals: 'at_once' }, now)
  const apply = (at: Date) =>
    db().application.create({
      data: {
        id: randomUUID(),
        applicantIndex: randomBytes(32),
        kind: 'organization',
        country: 'KR',
        state: 'confirmed',
        locale: 'en',
        sealed: randomBytes(8),
        tokenHash: randomBytes(32),
        receivedAt: at,
        confirmedAt: at,
      },
    })
  await apply(minutes(1))
  await Promise.all([notifyArrivals(minutes(2)), notifyArrivals(minutes(2))])
  await notifyArrivals(minutes(3))
  const first = ['arrived', { queue: 'applications', at: minutes(1).toISOString() }]
  expect(await told(keen.id)).toEqual([first])
  await apply(minutes(5))
  await notifyArrivals(minutes(6))
  expect(await told(keen.id)).toHaveLength(2)
  expect(await told(other.id)).toEqual([])
  expect(await told(auditor.id)).toEqual([])
})
