import { describe, expect, test } from 'vitest'
import { approve, refuse } from '@/lib/approval-decisions/decide'
import { db } from '@/lib/db'
import { check } from '@/lib/staff/audit/check'
import { StepUpRequired } from '@/lib/staff/authorise'
import { findStaffSession, staffOf } from '@/lib/staff/find-staff-session'
import type { Staff } from '@/lib/staff/staff'
import { aHalfSession, aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { disable, requestDisable } from './disable'
import { endSessions } from './end-sessions'
import { inviteAgain, requestInvitation } from './invite-staff'
import { listStaff } from './list-staff'
import { requestEnable, requestFactorReset, requestRole } from './staff-changes'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')

/** Signed in, with an app set up. */
async function enrolled(role: Staff['role']): Promise<Staff> {
  const staff = await aStaffMember(role, now)
  await db().user.update({ where: { id: staff.id }, data: { totpSince: now, totpSecret: Buffer.from('x') } })
  return staff
}

const row = (staff: { id: string }) => db().user.findUniqueOrThrow({ where: { id: staff.id } })
const isIn = async (staff: Staff) => {
  const session = await db().session.findUnique({ where: { id: staff.session.id } })
  return session !== null && (await findStaffSession(session.sessionToken, now)) !== null
}

/** The details of the notices of changed roles that are queued for somebody. */
async function toldRoles(staffId: string): Promise<unknown[]> {
  const where = { kind: 'role_changed', staffId }
  const told = await db().staffNotice.findMany({ where, orderBy: { id: 'asc' } })
  return told.map(({ detail }) => JSON.parse(detail))
}

async function asked(result: Promise<{ ok: true; approval: string } | { ok: false; reason: string }>): Promise<string> {
  const given = await result
  if (!given.ok) throw new Error(given.reason)
  return given.approval
}
const demote = (by: Staff, of: Staff) =>
  asked(requestRole(by, of.id, { expected: of.role, role: 'editor', reason: 'r' }, now))

describe('the last owner', () => {
  test('of two owners whose demotions are approved at the same moment one stays', async () => {
    const [a, b, m] = [await enrolled('owner'), await enrolled('owner'), await enrolled('moderator')]
    const [ofA, ofB] = [await demote(b, a), await demote(a, b)]
    const both = await Promise.all([approve(m, ofA, now), approve(m, ofB, now)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const owners = await db().user.count({ where: { role: 'owner', disabledAt: null, totpSince: { not: null } } })
    expect(owners).toBe(1)
    // The refused request stays pending, nothing half done.
    expect(await db().approval.count({ where: { approvedAt: null, refusedAt: null } })).toBeLessThan(2)
    await db().user.updateMany({ data: { disabledAt: now } })
  })

  test('can be neither demoted, disabled nor left without a factor; an owner who never signed in does not count', async () => {
    const [a, m] = [await enrolled('owner'), await enrolled('moderator')]
    await aHalfSession('owner', now)
    const other = await enrolled('moderator')
    expect(await approve(m, await demote(a, a), now)).toEqual({ ok: false, reason: 'last_owner' })
    expect(await approve(m, await asked(requestFactorReset(a, a.id, 'r', now)), now)).toMatchObject({ ok: false })
    expect(await approve(m, await asked(requestDisable(a, a.id, 'r', now)), now)).toMatchObject({ ok: false })
    expect(await row(a)).toMatchObject({ role: 'owner', disabledAt: null, totpSince: now })
    expect(await isIn(a)).toBe(true)
    expect(other.role).toBe('moderator')
    await db().user.updateMany({ data: { disabledAt: now } })
  })
})

describe('a role', () => {
  test('changes with the approval of a second person, neither the requester nor the person concerned, who cannot refuse it either', async () => {
    const [a, b, e] = [await enrolled('owner'), await enrolled('owner'), await enrolled('editor')]
    const id = await asked(requestRole(a, e.id, { expected: 'editor', role: 'moderator', reason: 'r' }, now))
    expect(await approve(a, id, now)).toEqual({ ok: false, reason: 'own' })
    await expect(approve(e, id, now)).rejects.toThrow('may not')
    expect((await row(e)).role).toBe('editor')
    expect(await approve(b, id, now)).toMatchObject({ ok: true })
    expect(await approve(b, id, now)).toEqual({ ok: false, reason: 'changed' })
    expect((await row(e)).role).toBe('moderator')
    expect(await toldRoles(e.id)).toEqual([{ to: 'you', role: 'moderator' }])
    for (const { id } of [a, b]) expect(await toldRoles(id)).toEqual([{ staff: e.id, role: 'moderator' }])
    const m = { ...e, role: 'moderator' as const }
    const up = await asked(requestRole(a, m.id, { expected: 'moderator', role: 'owner', reason: 'r' }, now))
    expect(await approve(m, up, now)).toEqual({ ok: false, reason: 'own' })
    // Nor does the person concerned refuse it: nobody keeps a role that way.
    expect(await refuse(m, up, now)).toEqual({ ok: false, reason: 'own' })
    expect(await refuse(a, up, now)).toEqual({ ok: true })
  })

  test('applies to sessions that were open before; requests made in the old role are void', async () => {
    const [a, b, c] = [await enrolled('owner'), await enrolled('owner'), await enrolled('owner')]
    const theirs = await demote(b, c)
    expect(await approve(c, await demote(a, b), now)).toMatchObject({ ok: true })
    const session = await db().session.findUniqueOrThrow({ where: { id: b.session.id } })
    const found = await findStaffSession(session.sessionToken, now)
    expect(found && staffOf(found, now)?.role).toBe('editor')
    expect(await approve(a, theirs, now)).toEqual({ ok: false, reason: 'asker_gone' })
  })

  test('changed by somebody else meanwhile is not changed again', async () => {
    const [a, b, e] = [await enrolled('owner'), await enrolled('owner'), await enrolled('editor')]
    const expected = { expected: 'editor', role: 'auditor', reason: 'r' } as const
    const id = await asked(requestRole(a, e.id, expected, now))
    await db().user.update({ where: { id: e.id }, data: { role: 'moderator' } })
    expect(await requestRole(a, e.id, expected, now)).toEqual({ ok: false, reason: 'changed' })
    expect(await approve(b, id, now)).toEqual({ ok: false, reason: 'changed' })
    // The approval was rolled back with it.
    expect(await db().approval.findUnique({ where: { id } })).toMatchObject({ approvedAt: null, refusedAt: null })
  })
})

describe('a disabled person', () => {
  test('is out at once: sessions, links, requests; without approval only if they can approve nothing', async () => {
    const [a, b, m, auditor] = [
      await enrolled('owner'),
      await enrolled('owner'),
      await enrolled('moderator'),
      await enrolled('auditor'),
    ]
    await db().verificationToken.create({ data: { identifier: m.email, token: 't', expires: now } })
    for (const one of [m, b]) {
      expect(await disable(a, one.id, one.role, 'left', now)).toEqual({ ok: false, reason: 'changed' })
      expect(await isIn(one)).toBe(true)
    }
    expect(await disable(a, auditor.id, 'auditor', 'left', now)).toEqual({ ok: true })
    expect(await isIn(auditor)).toBe(false)
    expect(await approve(b, await asked(requestDisable(a, m.id, 'left', now)), now)).toMatchObject({ ok: true })
    expect(await isIn(m)).toBe(false)
    // Both are told that they lost their role, and the owners once.
    for (const { id } of [auditor, m]) expect(await toldRoles(id)).toEqual([{ to: 'you', role: '' }])
    expect(await disable(a, auditor.id, 'auditor', 'left', now)).toEqual({ ok: false, reason: 'changed' })
    const lost = [auditor, m].map(({ id }) => ({ staff: id, role: '' }))
    expect(await toldRoles(a.id)).toHaveLength(2)
    expect(await toldRoles(a.id)).toEqual(expect.arrayContaining(lost))
    expect(await db().verificationToken.count({ where: { identifier: m.email } })).toBe(0)

    const back = await asked(requestEnable(a, m.id, 'r', now))
    expect(await approve(b, back, now)).toMatchObject({ ok: true })
    expect((await row(m)).disabledAt).toBeNull()
    expect(await isIn(m)).toBe(false)
  })
})

describe('an invitation', () => {
  const mails = () => db().mail.count({ where: { kind: 'staff_link' } })

  test('of an auditor is mailed at once; all others after approval, and until then open nothing', async () => {
    const [a, b] = [await enrolled('owner'), await enrolled('owner')]
    const before = await mails()
    const auditor = await requestInvitation(a, { typed: 'New.Auditor@example.org', role: 'auditor', reason: '' }, now)
    expect(auditor).toMatchObject({ ok: true, approval: null })
    for (const role of ['editor', 'moderator'] as const) {
      const other = await requestInvitation(a, { typed: `new-${role}@example.org`, role, reason: 'r' }, now)
      expect(other).toMatchObject({ ok: true, approval: expect.any(String) })
    }
    expect(await mails()).toBe(before + 1)
    const owner = await requestInvitation(a, { typed: 'new-owner@example.org', role: 'owner', reason: 'r' }, now)
    if (!owner.ok || !owner.approval) throw new Error('not asked')
    expect(await mails()).toBe(before + 1)
    expect((await row(owner)).disabledAt).not.toBeNull()
    expect(await inviteAgain(a, owner.id, now)).toBe(false)
    expect(await approve(a, owner.approval, now)).toEqual({ ok: false, reason: 'own' })
    expect(await approve(b, owner.approval, now)).toMatchObject({ ok: true })
    expect((await row(owner)).disabledAt).toBeNull()
    expect(await mails()).toBe(before + 2)
    expect(await requestInvitation(a, { typed: 'NEW-owner@example.org', role: 'editor', reason: '' }, now)).toEqual({
      ok: false,
      reason: 'there_already',
    })
  })

  test('can be requested by owners; owners and auditors see the list', async () => {
    for (const role of ['moderator', 'editor', 'auditor'] as const) {
      const by = await enrolled(role)
      const invitation = { typed: 'x@example.org', role: 'editor', reason: '' } as const
      await expect(requestInvitation(by, invitation, now)).rejects.toThrow('may not')
      await expect(endSessions(by, 'everybody', now)).rejects.toThrow('may not')
      await expect(requestRole(by, by.id, { expected: role, role: 'owner', reason: '' }, now)).rejects.toThrow(
        'may not',
      )
      if (role !== 'auditor') await expect(listStaff(by, now)).rejects.toThrow('may not')
    }
  })
})

test('a reset deletes every factor, every session and the recovery codes, of one person only', async () => {
  const [a, b, m] = [await enrolled('owner'), await enrolled('owner'), await enrolled('moderator')]
  await db().recoveryCode.create({ data: { userId: m.id, hash: Buffer.alloc(32) } })
  const id = await asked(requestFactorReset(a, m.id, 'phone lost', now))
  expect(await approve(b, id, now)).toMatchObject({ ok: true })
  expect(await row(m)).toMatchObject({ totpSince: null, totpSecret: null, disabledAt: null })
  expect(await db().recoveryCode.count({ where: { userId: m.id } })).toBe(0)
  expect([await isIn(m), await isIn(a), await isIn(b)]).toEqual([false, true, true])
})

test('all sessions end except the one it is done in; the audit log is consistent', async () => {
  const [a, b, m] = [await enrolled('owner'), await enrolled('owner'), await enrolled('moderator')]
  await endSessions(a, { userId: b.id }, now)
  expect([await isIn(a), await isIn(b), await isIn(m)]).toEqual([true, false, true])
  await endSessions(a, 'everybody', now)
  expect([await isIn(a), await isIn(m)]).toEqual([true, false])
  expect((await check()).ok).toBe(true)
})

test('the same sessions are ended once an hour by one person, also when it is asked for at once', async () => {
  const [a, b, m] = [await enrolled('owner'), await enrolled('owner'), await enrolled('moderator')]
  const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
  const results = await Promise.all(Array.from({ length: 10 }, () => endSessions(a, 'everybody', now)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await endSessions(a, 'everybody', minutes(59))).toEqual({ ok: false, reason: 'ended_before' })
  expect(await endSessions(a, { userId: m.id }, now)).toMatchObject({ ok: true })
  expect(await endSessions(a, { userId: m.id }, minutes(5))).toEqual({ ok: false, reason: 'ended_before' })
  // Another owner is not hindered, and the same one may again.
  expect(await endSessions(b, 'everybody', minutes(5))).toMatchObject({ ok: true })
  expect(await endSessions(a, 'everybody', minutes(61))).toMatchObject({ ok: true })
  const stale = { ...a, session: { ...a.session, stale: true } }
  await expect(async () => endSessions(stale, 'everybody', minutes(130))).rejects.toThrow(StepUpRequired)
})
