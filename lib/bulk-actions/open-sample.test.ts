import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { StepUpRequired } from '@/lib/staff/authorise'
import { OPENINGS_A_DAY } from '@/lib/staff/quota/reserve-opening'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { advanceBulkActions } from './advance-bulk-actions'
import { createBulkAction } from './create-bulk-action'
import { findSample } from './find-kinds'
import { auditSample, openSample } from './open-sample'
import { cancelBulkAction, requestBulkAction } from './request-bulk-action'
import { readRule } from './rule'

useDatabase()

const now = new Date()

/** A removal of twelve that waits for a second person. */
async function aRequest(slug: string) {
  const petition = await aPetition(slug)
  const people = Array.from({ length: 12 }, (_, i) => ({ name: `Person ${i}`, email: `${slug}-${i}@example.org` }))
  await heldSignatures(petition, people, now, { signals: 'busy_network' })
  const asks = await aStaffMember('moderator', now)
  const read = readRule({ petition, country: 'KR' })
  const bulk = (read.ok && (await createBulkAction(asks, 'remove', 'fraud', read.rule, now))) || ''
  while (await advanceBulkActions(now));
  expect(await requestBulkAction(asks, bulk, 12, now)).toMatchObject({ stage: 'waiting' })
  const { id } = await db().approval.findFirstOrThrow({ where: { subject: `bulk:${bulk}` } })
  return { asks, bulk, id }
}

const logged = (staffId: string) => db().auditEntry.findMany({ where: { staffId, verb: 'signature.open' } })

test('the signers of the sample are opened with a reason, each logged and taken of the day’s openings', async () => {
  const { bulk, id } = await aRequest('sample')
  const by = await aStaffMember('owner', now)
  expect(await auditSample(by, id, '', now)).toEqual({ ok: false, reason: 'why_missing' })
  const result = await auditSample(by, id, 'before approving', now)
  const keys = (await findSample(by, bulk)).map(({ key }) => key)
  expect(result).toEqual({ ok: true, keys })
  expect(keys).toHaveLength(10)
  const opened = await openSample(by, keys)
  expect(opened.map(({ key }) => key)).toEqual(keys)
  expect(opened[0]).toMatchObject({ name: expect.stringMatching(/^Person/), comment: null })
  const entries = await logged(by.id)
  expect(entries.map(({ detail }) => detail)).toEqual(keys.map(() => '{"why":"before approving"}'))
  expect(new Set(entries.map(({ subject }) => subject)).size).toBe(10)
  expect(await db().soloQuota.count({ where: { scope: 'opening', key: by.id } })).toBe(10)
})

test('none is opened where the day’s openings do not suffice for all', async () => {
  const { id } = await aRequest('quota')
  const by = await aStaffMember('owner', now)
  const used = Array.from({ length: OPENINGS_A_DAY - 9 }, (_, i) => i + 1)
  await db().soloQuota.createMany({ data: used.map((slot) => ({ scope: 'opening', key: by.id, slot, takenAt: now })) })
  expect(await auditSample(by, id, 'before approving', now)).toEqual({ ok: false, reason: 'openings_used' })
  expect(await logged(by.id)).toEqual([])
  expect(await db().soloQuota.count({ where: { scope: 'opening', key: by.id } })).toBe(used.length)
})

test('not once it is decided, not for a role without names, and not without the second factor', async () => {
  const { asks, bulk, id } = await aRequest('refused')
  const owner = await aStaffMember('owner', now)
  const auditor = await aStaffMember('auditor', now)
  await expect(auditSample(auditor, id, 'curious', now)).rejects.toThrow('may not')
  const stale = { ...owner, session: { ...owner.session, stale: true } }
  await expect(auditSample(stale, id, 'with a cookie', now)).rejects.toThrow(StepUpRequired)
  expect(await auditSample(owner, bulk, 'no approval', now)).toEqual({ ok: false, reason: 'changed' })
  await cancelBulkAction(asks, bulk, now)
  expect(await auditSample(owner, id, 'too late', now)).toEqual({ ok: false, reason: 'changed' })
  await expect(openSample(auditor, ['x'])).rejects.toThrow('may not')
})
