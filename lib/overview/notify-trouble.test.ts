import { randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { notifyTrouble } from './notify-trouble'

useDatabase()
beforeEach(async () => {
  await db().mailing.deleteMany()
  await db().user.deleteMany()
  await db().suppression.deleteMany()
  await db().$executeRaw`DELETE FROM mail`
})

const now = new Date('2026-11-28T10:00:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)

const told = async (staffId: string) =>
  (await db().staffNotice.findMany({ where: { staffId }, orderBy: { kind: 'asc' } })).map(({ kind, detail }) => [
    kind,
    JSON.parse(detail),
  ])

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
    await notifyTrouble([], minutes(30))
    await row(1, { failed_at: now }, 'nothing_to_send')
    await row(2, { failed_at: now }, 'address_refused')
    await notifyTrouble([], minutes(5))
    expect(await told(owner.id)).toEqual([])
    await row(3, {})
    await Promise.all([1, 2].map(() => notifyTrouble([], minutes(11))))
    await notifyTrouble([], minutes(12))
    const failing = ['mail_trouble', { what: 'failing', day: '2026-11-28' }]
    expect(await told(owner.id)).toEqual([failing])
    expect(await told(moderator.id)).toEqual([])
    await db().$executeRaw`DELETE FROM mail`
    for (let i = 0; i < 50; i += 1) await row(i, { sent_at: now })
    await db().suppression.create({ data: { addressHash: Buffer.alloc(32, 1), reason: 'bounce', suppressedAt: now } })
    await notifyTrouble([], minutes(20))
    expect(await told(owner.id)).toHaveLength(1)
    await db().suppression.create({ data: { addressHash: Buffer.alloc(32, 2), reason: 'bounce', suppressedAt: now } })
    await notifyTrouble([], minutes(30))
    expect(await told(owner.id)).toEqual([failing, ['mail_trouble', { what: 'bounces', day: '2026-11-28' }]])
  })

  test('is late where each attempt put it off; not where it only waits for its turn', async () => {
    const owner = await aStaffMember('owner', now)
    await row(1, { not_before: minutes(70) })
    await notifyTrouble([], minutes(60))
    expect(await told(owner.id)).toEqual([])
    await db().$executeRaw`UPDATE mail SET attempts = 3, failure = 'unreachable'`
    await notifyTrouble([], minutes(9))
    expect(await told(owner.id)).toEqual([])
    await notifyTrouble([], minutes(60))
    expect(await told(owner.id)).toEqual([['mail_trouble', { what: 'failing', day: '2026-11-28' }]])
  })

  test('bounces of a mailing, whose mails are deleted once sent, are no share of other mail', async () => {
    const owner = await aStaffMember('owner', now)
    const petitionId = await aPetition('bounces')
    const people = Array.from({ length: 3 }, (_, i) => ({ name: 'A', email: `a${i}@b.example` }))
    await heldSignatures(petitionId, people, now)
    const signers = await db().signature.findMany({ where: { petitionId }, select: { emailIndex: true } })
    const bounce = (i: number) =>
      db().suppression.create({ data: { addressHash: Buffer.alloc(32, i), reason: 'bounce', suppressedAt: now } })
    for (const [i, { emailIndex }] of signers.entries()) {
      await bounce(i)
      await db().suppressedSignature.create({ data: { petitionId, emailIndex, addressHash: Buffer.alloc(32, i) } })
    }
    for (let i = 0; i < 60; i += 1) await row(i, { sent_at: now })
    const mailing = {
      petitionId,
      stage: 'done',
      createdBy: owner.id,
      createdAt: now,
      startedAt: now,
      endedAt: now,
      startedBy: owner.id,
    }
    await db().mailing.create({ data: { id: randomUUID(), ...mailing } })
    await notifyTrouble([], minutes(5))
    expect(await told(owner.id)).toEqual([])
    for (const i of [101, 102]) await bounce(i)
    await notifyTrouble([], minutes(6))
    expect(await told(owner.id)).toEqual([['mail_trouble', { what: 'bounces', day: '2026-11-28' }]])
  })
})

describe('a ledger that no witness cosigns', () => {
  const alone = [['ledger_alone', { day: '2026-11-28' }]]

  async function aLog(slug: string) {
    await db().ledgerLog.deleteMany()
    await db().ledgerCheckpoint.deleteMany()
    await db().ledgerWitness.deleteMany()
    const petitionId = await aPetition(slug)
    await db().ledgerLog.create({ data: { petitionId, origin: slug, vkeys: [], policy: '' } })
    const sign = (size: number, at: number) =>
      db().ledgerCheckpoint.create({
        data: {
          petitionId,
          size,
          net: size,
          root: Buffer.alloc(32),
          note: '',
          asOf: minutes(at),
          signedAt: minutes(at),
        },
      })
    const witness = async (vkey: string, size: number, at: number | null, failure: string | null = null) => {
      const said = { size, cosignedAt: at === null ? null : minutes(at), failure }
      const where = { petitionId_vkey: { petitionId, vkey } }
      await db().ledgerWitness.upsert({ where, create: { petitionId, vkey, ...said }, update: said })
    }
    const owner = await aStaffMember('owner', now)
    return { sign, witness, owner }
  }

  test('is told although it signs a new checkpoint every few minutes; one that cosigned within the hour is enough', async () => {
    const { sign, witness, owner } = await aLog('busy')
    for (let at = -120; at <= 60; at += 5) await sign(200 + at, at)
    await witness('w1', 50, -150, 'unreachable')
    await witness('w2', 200, 0, 'unreachable')
    await notifyTrouble(['w1', 'w2'], minutes(60))
    expect(await told(owner.id)).toEqual([])
    await witness('w2', 100, -100, 'unreachable')
    await notifyTrouble([], minutes(60))
    expect(await told(owner.id)).toEqual([])
    await notifyTrouble(['w1', 'w2'], minutes(60))
    await notifyTrouble(['w1', 'w2'], minutes(61))
    expect(await told(owner.id)).toEqual(alone)
  })

  test('is not told where nothing new was signed, however long ago, and whatever a failed attempt on a new one says', async () => {
    const { sign, witness, owner } = await aLog('quiet')
    await sign(10, -5000)
    await witness('w1', 10, -5000)
    await notifyTrouble(['w1'], minutes(0))
    await sign(11, 0)
    await witness('w1', 10, -5000, 'unreachable')
    await notifyTrouble(['w1'], minutes(30))
    expect(await told(owner.id)).toEqual([])
    await notifyTrouble(['w1'], minutes(61))
    expect(await told(owner.id)).toEqual(alone)
  })

  test('is told where an older database was restored, which the witness is ahead of', async () => {
    const { sign, witness, owner } = await aLog('restored')
    await sign(10, -500)
    await sign(12, -90)
    await witness('w1', 40, -500, 'ahead')
    await notifyTrouble(['w1'], minutes(0))
    expect(await told(owner.id)).toEqual(alone)
  })

  test('is assessed by the witnesses that are asked now', async () => {
    const { sign, witness, owner } = await aLog('changed')
    await sign(10, -90)
    await witness('gone', 5, -500, 'unreachable')
    await notifyTrouble([], minutes(0))
    await witness('w1', 10, -89)
    await notifyTrouble(['w1'], minutes(0))
    expect(await told(owner.id)).toEqual([])
    await sign(11, -80)
    await witness('gone', 11, -79)
    await notifyTrouble(['w1'], minutes(0))
    expect(await told(owner.id)).toEqual(alone)
  })
})
