import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { keepDraft } from '@/lib/staff/drafts/keep-draft'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { type ExportOrder, readOrder } from './order'
import { requestExport } from './request-export'
import { EXPORT_FORM } from './reviewed-order'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
let petition = ''

beforeAll(async () => {
  petition = await aPetition('requested')
})

function order(more: Record<string, string>): ExportOrder {
  const read = readOrder({ petition, reason: 'the test', ...more }, [more.recipient ? 'name' : 'country'], now)
  if (!read.ok) throw new Error(read.reason)
  return read.order
}

test.each([
  ['without names', {}],
  ['with names', { recipient }],
])('a file %s is requested once for one page, however often and at once it is sent', async (_, more) => {
  const by = await aStaffMember('moderator', now)
  const draft = await keepDraft(by, EXPORT_FORM, { fields: { reason: 'the test' }, errors: {} }, now)
  const asked = await Promise.all([1, 2, 3, 4].map(() => requestExport(by, order(more), now, draft)))
  expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
  expect(asked.filter((one) => !one.ok && one.reason === 'requested_already')).toHaveLength(3)
  expect(await db().dataExport.count({ where: { askedBy: by.id } })).toBe(1)
  expect(await findDraft(by, EXPORT_FORM, draft)).toBeNull()
})

test('one that cannot be requested leaves what was typed', async () => {
  const by = await aStaffMember('moderator', now)
  const draft = await keepDraft(by, EXPORT_FORM, { fields: { reason: 'the test' }, errors: {} }, now)
  const elsewhere = await requestExport(by, order({ zone: 'Asia/Tokyo' }), now, draft)
  expect(elsewhere).toEqual({ ok: false, reason: 'zone_unknown' })
  expect(await findDraft(by, EXPORT_FORM, draft)).not.toBeNull()
})
