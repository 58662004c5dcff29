import { randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { saveNotices } from '@/lib/staff/notices/save-notices'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findWaiting } from './find-waiting'
import { notifyArrivals } from './notify-arrivals'

useDatabase()
beforeEach(async () => {
  await db().user.deleteMany()
  await db().application.deleteMany()
})

const now = new Date('2026-11-28T10:00:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)

const told = async (staffId: string) =>
  (await db().staffNotice.findMany({ where: { staffId }, orderBy: { kind: 'asc' } })).map(({ kind, detail }) => [
    kind,
    JSON.parse(detail),
  ])

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

test('a co-signature comes in when the organisation signs, not when it was invited', async () => {
  const editor = await aStaffMember('editor', now)
  await db().user.update({ where: { id: editor.id }, data: { signedInAt: now } })
  await saveNotices(editor, { arrivals: 'at_once' }, now)
  const [letterId, id] = [randomUUID(), randomUUID()]
  const dated = { datedOn: now, datedPrecision: 'day' } as const
  await db().letter.create({ data: { id: letterId, slug: 'arrivals', status: 'open', ...dated } })
  const invited = { organisation: 'Mu', search: 'mu', createdAt: minutes(-60 * 24 * 9) }
  await db().coSignature.create({ data: { id, letterId, state: 'confirmed', ...invited } })
  const event = (state: 'invited' | 'confirmed', at: Date) =>
    db().coSignatureEvent.create({ data: { id: randomUUID(), coSignatureId: id, state, at } })
  await event('invited', invited.createdAt)
  await event('confirmed', minutes(-60 * 24 * 5))
  await event('confirmed', minutes(1))
  await event('invited', minutes(2))
  await notifyArrivals(minutes(3))
  await notifyArrivals(minutes(4))
  expect(await told(editor.id)).toEqual([['arrived', { queue: 'coSignatures', at: minutes(1).toISOString() }]])
  // The digest's "since" is the same.
  expect((await findWaiting(editor, minutes(3))).coSignatures).toEqual({ waiting: 1, oldest: minutes(1) })
})
