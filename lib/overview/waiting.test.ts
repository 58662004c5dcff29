import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { listPending } from '@/lib/staff/approvals/list-approvals'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findWaiting } from './find-waiting'

useDatabase()

const now = new Date('2026-03-01T12:34:00Z')
const hour = 3_600_000

test('a role is told of the queues that it may work on, of no other', async () => {
  const application = {
    kind: 'individual',
    country: 'KR',
    locale: 'en',
    sealed: Buffer.alloc(32),
    receivedAt: now,
  } as const
  await db().application.createMany({
    data: [1, 2].map((i) => ({
      ...application,
      id: randomUUID(),
      applicantIndex: Buffer.alloc(32, i),
      tokenHash: Buffer.alloc(32, i),
      state: 'confirmed' as const,
      confirmedAt: new Date(now.getTime() - i * hour),
    })),
  })
  const of = async (role: 'owner' | 'moderator' | 'editor' | 'auditor') =>
    findWaiting(await aStaffMember(role, now), now)
  expect((await of('editor')).applications).toEqual({ waiting: 2, oldest: new Date('2026-03-01T10:34:00Z') })
  expect(Object.keys(await of('editor')).toSorted()).toEqual([
    'applications',
    'approvals',
    'coSignatures',
    'memberChanges',
  ])
  expect(Object.keys(await of('moderator')).toSorted()).toEqual(['appeals', 'approvals', 'comments', 'held', 'paper'])
  expect(await of('auditor')).toEqual({})
})

test('requests count for those who may decide them: not the requester, the person concerned, nor who is bound to either', async () => {
  const asker = await aStaffMember('owner', now)
  const other = await aStaffMember('owner', now)
  const invited = await aStaffMember('moderator', now)
  const editor = await aStaffMember('editor', now)
  await db().staffSponsor.create({ data: { staffId: invited.id, sponsorId: asker.id, since: now } })
  const request = (verb: string, subject: string, ago: number) => ({
    id: randomUUID(),
    verb,
    subject,
    detail: '{}',
    reason: '',
    askedBy: asker.id,
    askedAt: new Date(now.getTime() - ago),
  })
  await db().approval.createMany({
    data: [
      request('staff.change_role', `staff:${other.id}`, hour),
      request('bulk.approve', `bulk:${randomUUID()}`, 2 * hour),
      request('petition.publish', `petition:${randomUUID()}`, 3 * hour),
      request('petition.plan', `petition:${randomUUID()}`, 25 * hour),
    ],
  })
  const mine = async (by: typeof asker) => {
    const badge = (await findWaiting(by, now)).approvals?.waiting
    const list = (await listPending(by, now)).decidable.map(({ verb }) => verb)
    // The number in the navigation is the length of the list.
    expect(badge).toBe(list.length)
    return list
  }
  expect(await mine(asker)).toEqual([])
  // Oldest first: it expires first.
  expect(await mine(other)).toEqual(['petition.publish', 'bulk.approve'])
  expect(await mine(invited)).toEqual([])
  expect(await mine(editor)).toEqual(['petition.publish'])
})
