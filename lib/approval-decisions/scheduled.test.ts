import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { TwoPersonActs } from '@/lib/staff/approvals/act'
import { findApproval, listApprovals } from '@/lib/staff/approvals/list-approvals'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import type { Staff } from '@/lib/staff/staff'
import { endRequests } from '@/lib/staff-accounts/end-requests'
import type { StaffRole } from '@/prisma/generated/enums'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { approve, stopApproval } from './decide'
import { executeDueApprovals } from './execute-due'
import { executors } from './executors'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

/** An act that leaves a trace in the database each time it is executed: it counts up a petition's goal. */
function counting(petition: string, before = () => Promise.resolve()): TwoPersonActs {
  return {
    ...executors,
    'petition.delete': {
      delayed: () => true,
      async execute(tx) {
        await tx.petition.update({ where: { id: petition }, data: { goal: { increment: 1 } } })
        await before()
        return null
      },
    },
  }
}

async function scheduled() {
  const petition = await aPetition(`p-${crypto.randomUUID()}`)
  const [first, second] = [await aStaffMember('owner', now), await aStaffMember('editor', now)]
  const request = { verb: 'petition.delete', subject: `petition:${petition}`, detail: {}, reason: '' } as const
  const id = (await db().$transaction((tx) => requestApproval(tx, first, request, now))) ?? ''
  expect(await approve(second, id, now, counting(petition))).toEqual({ ok: true, due: later(24) })
  const done = async () => (await db().petition.findUniqueOrThrow({ where: { id: petition } })).goal - 1000
  return { petition, first, second, id, request, done }
}

test('requests that expired stand by pages among those that were decided', async () => {
  const [owner, other] = [await aStaffMember('owner', now), await aStaffMember('owner', now)]
  const one = () => ({ id: crypto.randomUUID(), verb: 'webhook.add', subject: `webhook:${crypto.randomUUID()}` })
  const data = Array.from({ length: 51 }, () => ({
    ...one(),
    askedBy: other.id,
    askedAt: now,
    detail: '{}',
    reason: '',
  }))
  await db().approval.createMany({ data })
  const [waiting, expired] = [await listApprovals(owner, later(23)), await listApprovals(owner, later(25))]
  expect(waiting.rows.filter(({ stage }) => stage === 'waiting')).toHaveLength(51)
  expect([waiting.pages, expired.rows.length, expired.pages]).toEqual([1, 50, 2])
})

describe('acts that destroy data or mail many people', () => {
  test('are executed a day after approval, not before, and once with four workers', async () => {
    const { petition, id, done } = await scheduled()
    await executeDueApprovals(new Date(later(24).getTime() - 1), counting(petition))
    expect(await done()).toBe(0)
    await Promise.all([1, 2, 3, 4].map(() => executeDueApprovals(later(24), counting(petition))))
    expect(await done()).toBe(1)
    expect(await findApproval(await aStaffMember('owner', now), id, later(25))).toMatchObject({ stage: 'agreed' })
    expect(
      await db().auditEntry.count({ where: { verb: 'approval.carry_out', subject: `petition:${petition}` } }),
    ).toBe(1)
  })

  test('killed half-way it is not executed at all, and the next worker executes it', async () => {
    const { petition, done } = await scheduled()
    const half = counting(petition, () => Promise.reject(new Error('killed')))
    await expect(executeDueApprovals(later(24), half)).rejects.toThrow('killed')
    expect(await done()).toBe(0)
    await executeDueApprovals(later(24), counting(petition))
    expect(await done()).toBe(1)
  })

  test.each(['owner', 'moderator', 'editor', 'auditor'] satisfies StaffRole[])(
    'is seen and stopped by any %s, who is recorded; then it is not done',
    async (role) => {
      const { petition, id, done } = await scheduled()
      const by = await aStaffMember(role, now)
      expect((await listApprovals(by, now)).rows.find((one) => one.id === id)).toMatchObject({ stage: 'scheduled' })
      expect(await stopApproval(by, id, later(23))).toEqual({ ok: true })
      expect(await stopApproval(by, id, later(23))).toEqual({ ok: false, reason: 'changed' })
      await executeDueApprovals(later(24), counting(petition))
      expect(await done()).toBe(0)
      expect(await findApproval(by, id, later(24))).toMatchObject({ stage: 'stopped', stoppedBy: by.email })
      const entry = { verb: 'approval.stop', subject: `petition:${petition}`, staffId: by.id }
      expect(await db().auditEntry.count({ where: entry })).toBe(1)
    },
  )

  test('stopped while being executed, it is one or the other', async () => {
    for (let round = 0; round < 5; round++) {
      const { petition, first, id, done } = await scheduled()
      const [stopped] = await Promise.all([
        stopApproval(first, id, later(24)),
        executeDueApprovals(later(24), counting(petition)),
      ])
      expect(await done()).toBe(stopped.ok ? 0 : 1)
    }
  })

  test.each(['first', 'second'] as const)(
    'is stopped where the %s is frozen, demoted or shut out by then',
    async (who) => {
      for (const how of ['frozen', 'demoted', 'out'] as const) {
        const it = await scheduled()
        const person: Staff = it[who]
        if (how === 'demoted') await db().user.update({ where: { id: person.id }, data: { role: 'auditor' } })
        if (how === 'out') await db().user.update({ where: { id: person.id }, data: { disabledAt: now } })
        const freeze = { verb: 'staff.disable', subject: `staff:${person.id}`, detail: {}, reason: '' } as const
        const by = await aStaffMember('owner', now)
        if (how === 'frozen') await db().$transaction((tx) => requestApproval(tx, by, freeze, later(10)))
        await executeDueApprovals(later(24), counting(it.petition))
        expect([how, await it.done()]).toEqual([how, 0])
        expect(await findApproval(by, it.id, later(24))).toMatchObject({ stage: 'stopped', stoppedBy: null })
      }
    },
  )

  test('all owners are notified', async () => {
    const owner = await aStaffMember('owner', now)
    const { id } = await scheduled()
    const notices = await db().staffNotice.findMany({ where: { staffId: owner.id, kind: 'act_scheduled' } })
    expect(notices.some(({ detail }) => detail.includes(id))).toBe(true)
  })

  test('those who may approve it are notified of the request', async () => {
    const [owner, moderator] = [await aStaffMember('owner', now), await aStaffMember('moderator', now)]
    const { id, first } = await scheduled()
    const told = async ({ id: staffId }: Staff) =>
      (await db().staffNotice.findMany({ where: { staffId, kind: 'approval_waiting' } })).some(({ detail }) =>
        detail.includes(id),
      )
    expect([await told(owner), await told(moderator), await told(first)]).toEqual([true, false, false])
  })

  test('cannot be requested again while it is scheduled', async () => {
    const { request } = await scheduled()
    const by = await aStaffMember('editor', now)
    expect(await db().$transaction((tx) => requestApproval(tx, by, request, later(1)))).toBeNull()
  })

  test('the database itself refuses it before its time, and once it is stopped', async () => {
    const { id, first } = await scheduled()
    const early = db().approval.update({ where: { id }, data: { doneAt: later(23) } })
    await expect(early).rejects.toThrow('approval_done_when_due')
    await stopApproval(first, id, later(1))
    const stopped = db().approval.update({ where: { id }, data: { doneAt: later(24) } })
    await expect(stopped).rejects.toThrow('approval_done_or_stopped')
  })
})

test('all requests and approvals of a person end with their access, of every kind', async () => {
  const petitionId = await aPetition('all-kinds')
  const [gone, other] = [await aStaffMember('owner', now), await aStaffMember('owner', now)]
  const due = await scheduled()
  await db().approval.update({ where: { id: due.id }, data: { decidedBy: gone.id } })
  const ask = { verb: 'petition.publish', subject: 'petition_text:x', detail: {}, reason: '' } as const
  const waiting = (await db().$transaction((tx) => requestApproval(tx, gone, ask, now))) ?? ''
  const act = { petitionId, verb: 'hold', reason: '', rule: '{}', askedAt: now }
  const ids = ['running', 'waiting', 'ready', 'counting'].map((stage) => ({ id: crypto.randomUUID(), stage }))
  await db().bulkAction.createMany({ data: ids.map((one) => ({ ...act, ...one, askedBy: gone.id })) })
  const agreedTo = crypto.randomUUID()
  const theirs = { id: agreedTo, stage: 'running', askedBy: other.id, approvedBy: gone.id, approvedAt: now }
  await db().bulkAction.create({ data: { ...act, ...theirs } })
  const mailing = crypto.randomUUID()
  const started = { stage: 'sending', createdBy: other.id, createdAt: now, startedAt: now, startedBy: gone.id }
  await db().mailing.create({ data: { id: mailing, petitionId, ...started } })
  const file = crypto.randomUUID()
  const order = { filter: '{}', columns: ['country'], format: 'csv', reason: 'r', rows: 1, askedAt: now }
  await db().dataExport.create({ data: { id: file, petitionId, ...order, askedBy: gone.id } })
  const sheet = { petitionId, place: 'x', signedOn: now, sealed: Buffer.from('x'), enteredBy: gone.id, enteredAt: now }
  const sheetId = crypto.randomUUID()
  await db().paperSheet.create({ data: { id: sheetId, ...sheet, scanIndex: Buffer.alloc(32, 3) } })
  const count = { sheetId, round: 1, seat: 'first' as const, number: 3, countedBy: gone.id, countedAt: now }
  await db().paperCount.create({ data: count })
  const alone = await aStaffMember('auditor', now)
  await db().staffSponsor.create({ data: { staffId: alone.id, sponsorId: gone.id, since: now } })

  await db().$transaction((tx) => endRequests(tx, gone.id, now))

  expect(await findApproval(other, waiting, now)).toMatchObject({ stage: 'void' })
  expect(await findApproval(other, due.id, now)).toMatchObject({ stage: 'stopped' })
  const stages = await db().bulkAction.findMany({ where: { petitionId } })
  expect(stages.map(({ stage }) => stage)).toEqual(Array(5).fill('cancelled'))
  expect(await db().mailing.findUnique({ where: { id: mailing } })).toMatchObject({ stage: 'stopped' })
  expect(await db().dataExport.findUnique({ where: { id: file } })).toMatchObject({ endedAt: now })
  expect(await db().paperCount.count({ where: { sheetId } })).toBe(0)
  expect(await db().user.findUnique({ where: { id: alone.id } })).toMatchObject({ disabledAt: now })
})
