import { expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { findApproval, listApprovals } from '@/lib/staff/approvals/list-approvals'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import type { Staff } from '@/lib/staff/staff'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { approve, refuse as refuseIt } from './decide'
import { executors } from './executors'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

async function asked(at = now) {
  const first = await aStaffMember('owner', now)
  const second = await aStaffMember('owner', now)
  const subject = `petition:${crypto.randomUUID()}`
  const request = { verb: 'petition.publish', subject, detail: { petition: 'one' }, reason: 'a mistake' } as const
  const id = await db().$transaction((tx) => requestApproval(tx, first, request, at))
  if (!id) throw new Error('it was not asked')
  return { first, second, id, request }
}

/** As if there were something to publish. */
const nothing = { ...executors, 'petition.publish': { execute: async () => null } }
const take = (by: Staff, id: string, at = now) => approve(by, id, at, nothing)
const refuse = (by: Staff, id: string, at = now) => refuseIt(by, id, at, nothing)

it('is executed once, however many approve at once', async () => {
  const { second, id } = await asked()
  const others = await Promise.all(Array.from({ length: 6 }, () => aStaffMember('editor', now)))
  const results = await Promise.all([second, ...others].map((by) => take(by, id)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.filter((one) => !one.ok && one.reason === 'changed')).toHaveLength(6)
  expect((await findApproval(second, id, now))?.stage).toBe('agreed')
})

it('cannot be approved by its requester, nor by a role without the verb', async () => {
  const { first, id } = await asked()
  expect(await take(first, id)).toEqual({ ok: false, reason: 'own' })
  await expect(take(await aStaffMember('moderator', now), id)).rejects.toThrow('moderator may not petition.publish')
  const raw = pool().query('UPDATE approval SET decided_by = asked_by, approved_at = asked_at WHERE id = $1', [id])
  await expect(raw).rejects.toThrow('approval_two_people')
})

it('expires after a day, and can be requested again then', async () => {
  const { first, second, id, request } = await asked()
  const again = (at: Date) => db().$transaction((tx) => requestApproval(tx, first, request, at))
  expect(await again(later(1))).toBeNull()
  expect(await take(second, id, later(24))).toEqual({ ok: false, reason: 'changed' })
  expect((await findApproval(second, id, later(24)))?.stage).toBe('void')
  expect(await again(later(24))).not.toBeNull()
  expect((await findApproval(second, id, later(24)))?.stage).toBe('void')
})

it('requested twice at once it is pending once', async () => {
  const { first, second, id, request } = await asked()
  await refuse(second, id)
  const ids = await Promise.all(
    [1, 2, 3].map(() => db().$transaction((tx) => requestApproval(tx, first, request, now))),
  )
  expect(ids.filter(Boolean)).toHaveLength(1)
})

it('a failure after the approval rolls the approval back', async () => {
  const { second, id } = await asked()
  const half = { ...executors, 'petition.publish': { execute: () => Promise.reject(new Error('half-way')) } }
  await expect(approve(second, id, now, half)).rejects.toThrow('half-way')
  expect((await findApproval(second, id, now))?.stage).toBe('waiting')
})

it('is refused or withdrawn once; a role without the verb cannot refuse it either', async () => {
  const { first, second, id } = await asked()
  await expect(refuse(await aStaffMember('moderator', now), id)).rejects.toThrow('may not')
  expect(await refuse(second, id)).toEqual({ ok: true })
  expect(await refuse(first, id)).toEqual({ ok: false, reason: 'changed' })
  expect(await take(second, id)).toEqual({ ok: false, reason: 'changed' })
})

it('is listed for roles with the verb and for auditors; its requester sees whether anybody could approve it', async () => {
  const { first, id } = await asked()
  expect((await findApproval(first, id, now))?.others).toBeGreaterThan(0)
  expect(await findApproval(await aStaffMember('moderator', now), id, now)).toBeNull()
  expect(await findApproval(await aStaffMember('auditor', now), id, now)).not.toBeNull()
  await pool().query('UPDATE staff SET disabled_at = now() WHERE id <> $1', [first.id])
  expect((await listApprovals(first, now)).rows.find((one) => one.id === id)?.others).toBe(0)
})
