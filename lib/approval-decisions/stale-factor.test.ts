import { expect, test } from 'vitest'
import { requestBulkAction } from '@/lib/bulk-actions/request-bulk-action'
import { db } from '@/lib/db'
import { startExport } from '@/lib/exports/download-export'
import { readOrder } from '@/lib/exports/order'
import { requestExport } from '@/lib/exports/request-export'
import { requestMailing } from '@/lib/mailings/send-mailing'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import type { Staff } from '@/lib/staff/staff'
import { requestDisable } from '@/lib/staff-accounts/disable'
import { requestInvitation } from '@/lib/staff-accounts/invite-staff'
import { requestRole } from '@/lib/staff-accounts/staff-changes'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { approve, refuse } from './decide'

useDatabase()

const now = new Date('2026-11-28T12:00:00Z')

/** Signed in, with a second factor that was shown more than ten minutes ago. */
async function stale(): Promise<Staff> {
  const staff = await aStaffMember('owner', now)
  return { ...staff, session: { ...staff.session, stale: true } }
}

async function pending(): Promise<string> {
  const by = await aStaffMember('editor', now)
  const subject = `petition_text:${crypto.randomUUID()}.en`
  const request = { verb: 'petition.publish', subject, detail: {}, reason: '' } as const
  return (await db().$transaction((tx) => requestApproval(tx, by, request, now))) ?? ''
}

async function order() {
  const read = readOrder({ petition: await aPetition(`p-${crypto.randomUUID()}`), reason: 'the test' }, ['state'], now)
  if (!read.ok) throw new Error(read.reason)
  return read.order
}

const none = crypto.randomUUID()

/** Called as if every page had forgotten to ask. */
test.each<[string, (by: Staff) => Promise<unknown>]>([
  ['approving', async (by) => approve(by, await pending(), now)],
  ['inviting an auditor', (by) => requestInvitation(by, { typed: 'x@example.org', role: 'auditor', reason: '' }, now)],
  ['inviting an editor', (by) => requestInvitation(by, { typed: 'y@example.org', role: 'editor', reason: '' }, now)],
  ['disabling', (by) => requestDisable(by, none, '', now)],
  ['giving a role', (by) => requestRole(by, none, { expected: 'editor', role: 'owner', reason: '' }, now)],
  ['requesting a file', async (by) => requestExport(by, await order(), now)],
  ['downloading a file', (by) => startExport(by, none, now)],
  ['acting on many signatures', (by) => requestBulkAction(by, none, 1, now)],
  ['mailing signers', (by) => requestMailing(by, none, 1, '', now)],
])('%s is refused where the second factor was shown too long ago', async (_, act) => {
  await expect(Promise.resolve(await stale()).then(act)).rejects.toMatchObject({ name: 'StepUpRequired' })
  expect(await db().user.count({ where: { email: { in: ['x@example.org', 'y@example.org'] } } })).toBe(0)
  expect(await db().dataExport.count()).toBe(0)
})

test('refusing is not: it must not wait for a phone', async () => {
  expect(await refuse(await stale(), await pending(), now)).toEqual({ ok: true })
})
