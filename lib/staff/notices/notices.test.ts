import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { ComposedMail, Driver } from '@/lib/mail/gateway/driver'
import { sendDue } from '@/lib/mail/send-due'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { composeStaffNotice } from './compose-staff-notice'
import { mailStaffNotices } from './mail-staff-notices'
import { purgeStaffNotices } from './purge-staff-notices'
import { queueStaffNotice } from './queue-staff-notice'

useDatabase()
beforeEach(async () => void (await db().user.deleteMany()))

const now = new Date('2026-11-28T10:00:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
const approval = { kind: 'approval_waiting', detail: { what: 'Send an update', approval: 'a1' } } as const

/** Everything due at this moment, as mails. */
async function sent(at: Date): Promise<ComposedMail[]> {
  const mails: ComposedMail[] = []
  const driver: Driver = {
    batchSize: 100,
    send: async (batch) => {
      mails.push(...batch.mails)
      return batch.mails.map(() => ({ kind: 'accepted' }))
    },
    close: async () => undefined,
  }
  await mailStaffNotices(at)
  while ((await sendDue(driver, { staff_notice: composeStaffNotice }, () => at)).claimed > 0);
  return mails
}

test('is sent to those concerned, with a link and nothing personal, and not to disabled people', async () => {
  const [owner, moderator, editor] = await Promise.all(
    (['owner', 'moderator', 'editor'] as const).map((role) => aStaffMember(role, now)),
  )
  const gone = await aStaffMember('owner', now)
  await db().user.update({ where: { id: gone.id }, data: { disabledAt: now } })
  const to = { may: 'bulk.approve', except: [moderator?.id ?? ''] } as const
  expect(await queueStaffNotice(db(), { ...approval, to }, now)).toBe(1)
  const [mail, ...others] = await sent(now)
  expect(others).toEqual([])
  expect(mail?.to).toBe(owner?.email)
  expect(mail?.text).toContain('Approval requested: Send an update.')
  expect(mail?.text).toContain('/admin/approvals/a1')
  expect(await queueStaffNotice(db(), { ...approval, to: 'everybody' }, minutes(1))).toBe(3)
  expect(await queueStaffNotice(db(), { ...approval, to: [editor?.id ?? '', gone.id] }, minutes(1))).toBe(0)
})

test('one digest an hour; urgent notices at once, up to four an hour, together with what is queued', async () => {
  const owner = await aStaffMember('owner', now)
  const note = (kind: 'approval_waiting' | 'new_browser', at: Date) =>
    queueStaffNotice(db(), { kind, to: [owner.id], detail: { what: `${at.getTime()}`, at: at.toISOString() } }, at)
  await note('approval_waiting', now)
  expect(await sent(now)).toHaveLength(1)
  await note('approval_waiting', minutes(5))
  await note('approval_waiting', minutes(6))
  expect(await sent(minutes(59))).toHaveLength(0)
  const [digest] = await sent(minutes(61))
  expect(digest?.subject).toBe('Admin: 2 notices')

  await note('approval_waiting', minutes(70))
  await note('new_browser', minutes(71))
  const [urgent] = await sent(minutes(71))
  expect(urgent?.subject).toBe('Admin: 2 notices')
  for (let i = 72; i < 90; i += 1) {
    await note('new_browser', minutes(i))
    await sent(minutes(i))
  }
  const mails = await db().staffNotice.groupBy({ by: ['mailedAt'], where: { mailedAt: { gte: minutes(61) } } })
  expect(mails).toHaveLength(4)
  // None is lost: the rest is sent when the hour has room.
  const [rest] = await sent(minutes(122))
  expect(rest?.subject).toMatch(/1\d notices/)
  await purgeStaffNotices(minutes(60 * 24 * 9))
  expect(await db().staffNotice.count()).toBe(0)
})

test('the same notice is queued once, and two workers send one mail', async () => {
  const owner = await aStaffMember('owner', now)
  const notice = { ...approval, to: [owner.id] }
  expect(await queueStaffNotice(db(), notice, now)).toBe(1)
  expect(await queueStaffNotice(db(), notice, minutes(1))).toBe(0)
  const mails = await Promise.all(Array.from({ length: 4 }, () => mailStaffNotices(minutes(2))))
  expect(mails.reduce((sum, n) => sum + n)).toBe(1)
})

test('a person disabled before the mail is sent gets none', async () => {
  const owner = await aStaffMember('owner', now)
  await queueStaffNotice(db(), { ...approval, to: [owner.id] }, now)
  await mailStaffNotices(now)
  await db().user.update({ where: { id: owner.id }, data: { disabledAt: now } })
  expect(await sent(now)).toEqual([])
})
