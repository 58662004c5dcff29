import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { TwoPersonActs } from '@/lib/staff/approvals/act'
import { bind, purgeSponsors } from '@/lib/staff/approvals/bound'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { findStaffSession, staffOf } from '@/lib/staff/find-staff-session'
import { type ApprovableVerb, approvable } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { disableFromServer, requestDisable } from '@/lib/staff-accounts/disable'
import { requestInvitation } from '@/lib/staff-accounts/invite-staff'
import { requestEnable, requestFactorReset, requestRole } from '@/lib/staff-accounts/staff-changes'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { approve, refuse } from './decide'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

async function enrolled(role: Staff['role']): Promise<Staff> {
  const staff = await aStaffMember(role, now)
  await db().user.update({ where: { id: staff.id }, data: { totpSince: now, totpSecret: Buffer.from('x') } })
  return staff
}

async function asks(by: Staff, verb: ApprovableVerb, about?: string, at = now): Promise<string> {
  const subject = about ? `staff:${about}` : `${verb}:${crypto.randomUUID()}`
  const id = await db().$transaction((tx) => requestApproval(tx, by, { verb, subject, detail: {}, reason: '' }, at))
  if (!id) throw new Error('it was not asked')
  return id
}

const approvalOf = (result: { ok: boolean; approval?: string | null }) => {
  if (!result.ok || !result.approval) throw new Error(JSON.stringify(result))
  return result.approval
}

/** Executors without effect, so that only the person decides the result. */
const harmless = Object.fromEntries(
  Object.keys(approvable).map((verb) => [verb, { execute: async () => null }]),
) as unknown as TwoPersonActs

const sessionOf = async ({ session }: Staff) => {
  const { sessionToken } = await db().session.findUniqueOrThrow({ where: { id: session.id } })
  const found = await findStaffSession(sessionToken, now)
  return found && staffOf(found, now)
}

describe('people bound by an invitation', () => {
  const verbs = Object.keys(approvable) as ApprovableVerb[]

  test.each(verbs)('%s: neither is the other’s second person within 14 days', async (verb) => {
    const [owner, other, third] = [await enrolled('owner'), await enrolled('owner'), await enrolled('owner')]
    await db().$transaction((tx) => bind(tx, other.id, [owner.id], now))
    for (const [first, second] of [
      [owner, other],
      [other, owner],
    ] as const) {
      const id = await asks(first, verb)
      expect(await approve(second, id, now, harmless)).toEqual({ ok: false, reason: 'bound' })
      expect(await approve(third, id, now, harmless)).toMatchObject({ ok: true })
      const at = later(14 * 24)
      expect(await approve(second, await asks(first, verb, undefined, at), at, harmless)).toMatchObject({ ok: true })
    }
  })

  test.each(verbs)(
    '%s: who asked or agrees and is shut out, frozen or in another role meanwhile is neither',
    async (verb) => {
      for (const change of ['gone', 'frozen', 'demoted'] as const) {
        for (const who of ['first', 'second'] as const) {
          const [first, second] = [await enrolled('owner'), await enrolled('owner')]
          const id = await asks(first, verb)
          const { id: changed } = who === 'first' ? first : second
          if (change === 'gone') await db().user.update({ where: { id: changed }, data: { disabledAt: now } })
          if (change === 'demoted') await db().user.update({ where: { id: changed }, data: { role: 'auditor' } })
          if (change === 'frozen') await asks(await enrolled('owner'), 'staff.disable', changed)
          const reason = who === 'first' ? 'asker_gone' : 'not_you'
          expect([change, await approve(second, id, now, harmless)]).toEqual([change, { ok: false, reason }])
        }
      }
    },
  )

  test('inviting, promoting, re-enabling and resetting all bind both requester and approver', async () => {
    const [a, b] = [await enrolled('owner'), await enrolled('owner')]
    const bound = async (id: string) =>
      (await db().staffSponsor.findMany({ where: { staffId: id } })).map(({ sponsorId }) => sponsorId).toSorted()
    const invited = await requestInvitation(a, { typed: 'accomplice@example.org', role: 'editor', reason: '' }, now)
    expect(await approve(b, approvalOf(invited), now)).toMatchObject({ ok: true })
    expect(await bound(invited.ok ? invited.id : '')).toEqual([a.id, b.id].toSorted())
    for (const how of ['role', 'enable', 'reset'] as const) {
      const person = await enrolled('editor')
      if (how === 'enable') await db().user.update({ where: { id: person.id }, data: { disabledAt: now } })
      const asked =
        how === 'role'
          ? await requestRole(a, person.id, { expected: 'editor', role: 'moderator', reason: '' }, now)
          : how === 'enable'
            ? await requestEnable(a, person.id, '', now)
            : await requestFactorReset(a, person.id, '', now)
      expect(await approve(b, approvalOf(asked), now)).toMatchObject({ ok: true })
      expect([how, await bound(person.id)]).toEqual([how, [a.id, b.id].toSorted()])
    }
    await purgeSponsors(later(14 * 24))
    expect(await db().staffSponsor.count({ where: { sponsorId: a.id } })).toBe(0)
  })
})

describe('a request to disable somebody', () => {
  test('freezes them at once: signed in they see it, and can do, approve, refuse and request nothing; refused, all is as before', async () => {
    const [a, b, c] = [await enrolled('owner'), await enrolled('owner'), await enrolled('owner')]
    const earlier = await asks(a, 'petition.publish')
    const asked = approvalOf(await requestDisable(a, b.id, 'acts oddly', now))
    const frozen = await sessionOf(b)
    expect(frozen).toMatchObject({ frozen: true })
    if (!frozen) return
    await expect(approve(frozen, earlier, now)).rejects.toThrow('frozen')
    // Nor a request that was in progress at that moment.
    expect(await approve(b, earlier, now, harmless)).toEqual({ ok: false, reason: 'not_you' })
    expect(await refuse(b, earlier, now)).toEqual({ ok: false, reason: 'not_you' })
    expect(await refuse(b, asked, now)).toMatchObject({ ok: false })
    expect(await requestDisable(b, a.id, '', now)).toEqual({ ok: false, reason: 'changed' })
    expect(await refuse(c, asked, now)).toEqual({ ok: true })
    expect(await sessionOf(b)).toMatchObject({ frozen: false })
    expect(await approve(b, earlier, now, harmless)).toMatchObject({ ok: true })
    // Not again and again.
    expect(await requestDisable(a, b.id, '', now)).toEqual({ ok: false, reason: 'asked_before' })
    expect(await requestDisable(c, b.id, '', now)).toMatchObject({ ok: true })
  })

  test('expires if nobody decides it, and their powers return', async () => {
    const [a, b] = [await enrolled('owner'), await enrolled('owner')]
    await enrolled('owner')
    approvalOf(await requestDisable(a, b.id, '', now))
    const id = await asks(a, 'petition.publish', undefined, later(24))
    expect(await approve(b, id, later(24), harmless)).toMatchObject({ ok: true })
  })

  test('cannot be refused by the person it is about, nor by people they brought in', async () => {
    const [thief, honest, third] = [await enrolled('owner'), await enrolled('owner'), await enrolled('moderator')]
    await db().$transaction((tx) => bind(tx, third.id, [thief.id], now))
    const asked = approvalOf(await requestDisable(honest, thief.id, '', now))
    expect(await refuse(thief, asked, now)).toMatchObject({ ok: false })
    expect(await refuse(third, asked, now)).toEqual({ ok: false, reason: 'bound' })
  })

  test('leaves somebody who could decide: nobody freezes or disables all others', async () => {
    await db().user.updateMany({ data: { disabledAt: now } })
    const [thief, b, c] = [await enrolled('owner'), await enrolled('owner'), await enrolled('moderator')]
    const results = await Promise.all([b, c].map(({ id }) => requestDisable(thief, id, '', now)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter((one) => !one.ok && one.reason === 'nobody_left')).toHaveLength(1)
  })

  test('of two who request it about each other at once, the second is frozen already', async () => {
    await db().user.updateMany({ data: { disabledAt: now } })
    const [a, b] = [await enrolled('owner'), await enrolled('owner')]
    await enrolled('owner')
    const both = await Promise.all([requestDisable(a, b.id, '', now), requestDisable(b, a.id, '', now)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

test('two added from the server’s command line are each other’s second person at once', async () => {
  const [a, b] = [await enrolled('owner'), await enrolled('owner')]
  expect(await approve(b, await asks(a, 'staff.invite'), now, harmless)).toMatchObject({ ok: true })
})

test('the server’s command line disables anybody, even the last owner, and it is audited', async () => {
  const [a] = [await enrolled('owner')]
  expect(await disableFromServer('nobody@example.org', now)).toEqual({ ok: false, reason: 'unknown' })
  expect(await disableFromServer(a.email.toUpperCase(), now)).toEqual({ ok: true })
  expect(await disableFromServer(a.email, now)).toEqual({ ok: false, reason: 'already' })
  expect(await db().session.count({ where: { userId: a.id } })).toBe(0)
  const entry = await db().auditEntry.findFirstOrThrow({ where: { subject: `staff:${a.id}`, verb: 'staff.disable' } })
  expect(entry).toMatchObject({ staffId: null, signedIn: 'server' })
})

test('approving while being disabled: executed before, or not at all', async () => {
  for (let round = 0; round < 8; round++) {
    const [first, second] = [await enrolled('owner'), await enrolled('owner')]
    const id = await asks(first, 'petition.publish')
    const order: string[] = []
    const noted = {
      ...harmless,
      'petition.publish': {
        execute: async () => {
          order.push('done')
          return null
        },
      },
    }
    const [agreed] = await Promise.all([
      approve(second, id, now, noted),
      disableFromServer(round % 2 ? first.email : second.email, now),
    ])
    const row = await db().approval.findUniqueOrThrow({ where: { id } })
    expect(row.doneAt !== null).toBe(agreed.ok)
    expect(order).toEqual(agreed.ok ? ['done'] : [])
  }
})
