import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { notifyExpiring } from '@/lib/staff/approvals/notify-expiring'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import type { Staff } from '@/lib/staff/staff'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { approve, refuse } from './decide'
import { executors } from './executors'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const acts = { ...executors, 'petition.publish': { execute: async () => null } }

/** A request, and who is notified of what about it. */
async function asked() {
  const [first, second] = [await aStaffMember('owner', now), await aStaffMember('owner', now)]
  const subject = `petition:${crypto.randomUUID()}`
  const request = { verb: 'petition.publish', subject, detail: { petition: 'one' }, reason: 'a mistake' } as const
  const id = await db().$transaction((tx) => requestApproval(tx, first, request, now))
  if (!id) throw new Error('it was not requested')
  const notices = async (to: Staff) => {
    const rows = await db().staffNotice.findMany({ where: { staffId: to.id, detail: { contains: id } } })
    return rows.map(({ kind }) => kind).sort()
  }
  return { first, second, id, notices }
}

test('who made a request is notified when it is approved', async () => {
  const { first, second, id, notices } = await asked()
  expect(await approve(second, id, now, acts)).toMatchObject({ ok: true })
  expect(await notices(first)).toEqual(['request_approved'])
  expect(await notices(second)).toEqual(['approval_waiting'])
})

test('and when it is refused, but not when they withdraw it themselves', async () => {
  const refused = await asked()
  await refuse(refused.second, refused.id, now, acts)
  expect(await refused.notices(refused.first)).toEqual(['request_refused'])
  const withdrawn = await asked()
  await refuse(withdrawn.first, withdrawn.id, now, acts)
  expect(await withdrawn.notices(withdrawn.first)).toEqual([])
})

test('four hours before it expires those who may approve it are, once, and afterwards who made it', async () => {
  const { first, second, id, notices } = await asked()
  await notifyExpiring(later(19))
  expect(await notices(second)).toEqual(['approval_waiting'])
  for (const hours of [20, 21]) {
    // Two workers at the same moment.
    await Promise.all([notifyExpiring(later(hours)), notifyExpiring(later(hours))])
    // Mailed: the constraint that holds what is waiting no longer knows of it.
    await db().staffNotice.updateMany({ where: { detail: { contains: id } }, data: { mailedAt: later(hours) } })
  }
  expect(await notices(second)).toEqual(['approval_expiring', 'approval_waiting'])
  expect(await notices(first)).toEqual([])
  for (const hours of [24, 25]) await Promise.all([notifyExpiring(later(hours)), notifyExpiring(later(hours))])
  expect(await notices(first)).toEqual(['request_expired'])
})
