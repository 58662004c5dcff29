import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { ComposedMail, Driver } from '@/lib/mail/gateway/driver'
import { sendDue } from '@/lib/mail/send-due'
import { adminLanguages, adminTranslator } from '@/messages/admin/translator'
import { root } from '@/scripts/setup/root.mjs'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { composeStaffNotice } from './compose-staff-notice'
import { listNotices } from './list-notices'
import { mailDigest, mailStaffNotices } from './mail-staff-notices'
import { noticeKind, noticeKindNames } from './notice-kinds'
import { purgeStaffNotices } from './purge-staff-notices'
import { queueStaffNotice } from './queue-staff-notice'
import { findNoticeTimings, readTiming, saveNotices } from './save-notices'

useDatabase()
beforeEach(async () => void (await db().user.deleteMany()))

const now = new Date('2026-11-28T10:00:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
const english = { zone: 'UTC', language: 'en' } as const
const approval = { kind: 'approval_waiting', detail: { verb: 'update.send', approval: 'a1' } } as const

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
  expect(mail?.text).toContain('Approval requested: Send a mailing.')
  expect(mail?.text).toContain('/admin/approvals/a1')
  expect(await queueStaffNotice(db(), { ...approval, to: 'everybody' }, minutes(1))).toBe(3)
  expect(await queueStaffNotice(db(), { ...approval, to: [editor?.id ?? '', gone.id] }, minutes(1))).toBe(0)
})

test('somebody who was disabled is mailed that they lost their role, and nothing else', async () => {
  const gone = await aStaffMember('owner', now)
  const kind = 'role_changed'
  await queueStaffNotice(db(), { ...approval, to: [gone.id] }, now)
  await queueStaffNotice(db(), { kind, to: [gone.id], detail: { staff: 's1', role: 'editor' } }, now)
  await queueStaffNotice(db(), { kind, to: [gone.id], detail: { to: 'you', role: '' } }, now)
  await db().user.update({ where: { id: gone.id }, data: { disabledAt: now } })
  const [mail, ...others] = await sent(now)
  expect(others).toEqual([])
  expect(mail?.to).toBe(gone.email)
  expect(mail?.text).toContain('Your role is now: none')
  expect(mail?.text).not.toContain('Approval requested')
  expect(mail?.text).not.toContain('/admin')
})

test('one digest an hour; urgent notices at once, up to four an hour, together with what is queued', async () => {
  const owner = await aStaffMember('owner', now)
  const note = (kind: 'webhook_paused' | 'new_browser', at: Date) =>
    queueStaffNotice(db(), { kind, to: [owner.id], detail: { count: `${at.getTime()}`, at: at.toISOString() } }, at)
  await note('webhook_paused', now)
  expect(await sent(now)).toHaveLength(1)
  await note('webhook_paused', minutes(5))
  await note('webhook_paused', minutes(6))
  expect(await sent(minutes(59))).toHaveLength(0)
  const [digest] = await sent(minutes(61))
  expect(digest?.subject).toBe('Admin: 2 notices')

  await note('webhook_paused', minutes(70))
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
  expect(await db().staffNotice.count()).toBe(20)
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

test('speaks the language of its reader, says everything in words, and leads to pages that exist', async () => {
  const id = 'a1'
  const detail = {
    verb: 'update.send',
    approval: id,
    staff: id,
    webhook: id,
    role: 'owner',
    device: 'Firefox on Linux',
  }
  for (const language of adminLanguages) {
    for (const name of noticeKindNames) {
      const kind = noticeKind(name)
      const at = { at: '2026-11-28 10:00', due: '2026-11-29 10:00', count: '3', host: 'example.org', days: '2' }
      const says = kind?.says(adminTranslator(language), { ...detail, ...at }) ?? ''
      if (language !== 'en') expect([name, says]).toEqual([name, expect.not.stringMatching(/[a-z]{2,} [a-z]{2,}/i)])
      const path = kind?.path(detail).replace(/\?.*/, '').replace(/a1$/, '[id]') ?? ''
      expect([path, existsSync(join(root, 'app', path, 'page.tsx'))]).toEqual([path, true])
    }
  }
  const owner = await aStaffMember('owner', now)
  await db().user.update({ where: { id: owner.id }, data: { language: 'ko' } })
  await queueStaffNotice(db(), { ...approval, to: [owner.id] }, now)
  const [mail] = await sent(now)
  expect(mail?.subject).toBe('관리: 알림 1건')
  expect(mail?.headers).toMatchObject({ 'Content-Language': 'ko' })
  expect(mail?.text).toContain('승인 요청: 소식 메일 발송')
})

test('requests of colleagues leave room for what concerns somebody’s own access', async () => {
  const owner = await aStaffMember('owner', now)
  const requests = async (from: number) => {
    for (let i = from; i < from + 5; i += 1) {
      await queueStaffNotice(
        db(),
        { ...approval, to: [owner.id], detail: { ...approval.detail, approval: `${i}` } },
        now,
      )
      await mailStaffNotices(minutes(i))
    }
    return (await db().staffNotice.groupBy({ by: ['mailedAt'], where: { mailedAt: { not: null } } })).length
  }
  expect(await requests(0)).toBe(3)
  await queueStaffNotice(db(), { kind: 'codes_locked', to: [owner.id], detail: { at: 'now' } }, minutes(6))
  expect(await mailStaffNotices(minutes(6))).toBe(1)
})

test('whoever turned a group off is mailed none of it, reads it on the page, and is always mailed what is about their access', async () => {
  const owner = await aStaffMember('owner', now)
  await saveNotices(owner, { requests: 'off' }, now)
  // Settings that a form does not name stay as they are.
  await saveNotices(owner, { floods: 'digest' }, now)
  expect(await findNoticeTimings(owner.id)).toMatchObject({ requests: 'off', floods: 'digest', outcomes: 'at_once' })
  await queueStaffNotice(db(), { ...approval, to: [owner.id] }, now)
  expect(await sent(now)).toEqual([])
  expect(await listNotices(owner.id, english)).toMatchObject([
    { timing: 'off', mailedAt: null, detail: approval.detail },
  ])
  await queueStaffNotice(db(), { kind: 'codes_locked', to: [owner.id], detail: { at: 'now' } }, now)
  const [mail] = await sent(now)
  expect(mail?.subject).toBe('Admin: one notice')
  expect(mail?.text).not.toContain('Approval requested')
  await saveNotices(owner, { requests: 'at_once' }, now)
  await queueStaffNotice(
    db(),
    { ...approval, detail: { ...approval.detail, approval: 'a2' }, to: [owner.id] },
    minutes(1),
  )
  expect((await sent(minutes(1)))[0]?.text).toContain('/admin/approvals/a2')
})

test('what is read in the digest waits for it, and goes out with it in one mail', async () => {
  const owner = await aStaffMember('owner', now)
  await saveNotices(owner, { outcomes: 'digest' }, now)
  await queueStaffNotice(db(), { ...approval, kind: 'request_expired', to: [owner.id] }, now)
  await queueStaffNotice(db(), { kind: 'codes_locked', to: [owner.id], detail: { at: 'now' } }, now)
  const [urgent] = await sent(now)
  expect(urgent?.text).not.toContain('expired')
  expect(await sent(minutes(120))).toEqual([])
  await db().$transaction((tx) => mailDigest(tx, owner.id, minutes(180)))
  const [digest, ...others] = await sent(minutes(180))
  expect(others).toEqual([])
  expect(digest?.text).toContain('expired')
  // Once.
  await db().$transaction((tx) => mailDigest(tx, owner.id, minutes(200)))
  expect(await sent(minutes(200))).toEqual([])
})

test('a request is mailed at once to whoever chose the digest when it had one: by the morning it may be over', async () => {
  const owner = await aStaffMember('owner', now)
  await db().user.update({ where: { id: owner.id }, data: { noticesDigested: ['requests'] } })
  await queueStaffNotice(db(), { ...approval, to: [owner.id] }, now)
  expect((await sent(now))[0]?.text).toContain('Approval requested')
  expect(await findNoticeTimings(owner.id)).toMatchObject({ requests: 'at_once' })
})

test('a group has only its own timings; what is chosen in two forms at once is one of both', async () => {
  expect(readTiming('expiring', 'digest')).toBeNull()
  expect(readTiming('digest', 'at_once')).toBeNull()
  expect(readTiming('requests', 'never')).toBeNull()
  expect(readTiming('requests', 'digest')).toBeNull()
  expect(readTiming('outcomes', 'digest')).toBe('digest')
  const owner = await aStaffMember('owner', now)
  await Promise.all([saveNotices(owner, { requests: 'off' }, now), saveNotices(owner, { floods: 'off' }, now)])
  expect(await findNoticeTimings(owner.id)).toMatchObject({ requests: 'off', floods: 'off', arrivals: 'digest' })
})

test('the last twenty notices of each person can be read for 90 days', async () => {
  const [owner, other] = [await aStaffMember('owner', now), await aStaffMember('owner', now)]
  for (let i = 0; i < 25; i += 1) {
    const detail = { host: `${i}.example`, webhook: 'w' }
    await queueStaffNotice(db(), { kind: 'webhook_paused', to: [owner.id], detail }, minutes(i))
  }
  await queueStaffNotice(db(), { ...approval, to: [other.id] }, now)
  await purgeStaffNotices(minutes(60 * 24 * 7))
  expect(await db().staffNotice.count()).toBe(26)
  await purgeStaffNotices(minutes(60 * 24 * 9))
  const listed = await listNotices(owner.id, english)
  expect(listed.map(({ detail }) => detail.host)).toEqual(Array.from({ length: 20 }, (_, i) => `${24 - i}.example`))
  expect(await listNotices(other.id, english)).toHaveLength(1)
  await purgeStaffNotices(minutes(60 * 24 * 91))
  expect(await db().staffNotice.count()).toBe(0)
})

test('the digest lists what waits in words', async () => {
  const owner = await aStaffMember('owner', now)
  const detail = { approvals: '2', held: '999+', since: '2026-11-20' }
  await queueStaffNotice(db(), { kind: 'digest', to: [owner.id], detail }, now)
  const [mail] = await sent(now)
  const said = 'Waiting for you: 2 requests to decide · 999+ held signatures. The oldest since 2026-11-20.'
  expect(mail?.text.replaceAll(/\s+/g, ' ')).toContain(said)
})

test('moments are told by the clock of the reader', async () => {
  const owner = await aStaffMember('owner', now)
  await db().user.update({ where: { id: owner.id }, data: { timeZone: 'Asia/Seoul' } })
  const detail = { verb: 'petition.deliver', approval: 'a1', due: '2026-11-29 20:30' }
  await queueStaffNotice(db(), { kind: 'act_scheduled', to: [owner.id], detail }, now)
  const [mail] = await sent(now)
  expect(mail?.text).toContain('2026-11-30 05:30 (Seoul)')
  await db().user.update({ where: { id: owner.id }, data: { language: 'ko' } })
  await queueStaffNotice(db(), { kind: 'act_scheduled', to: [owner.id], detail: { ...detail, approval: 'a2' } }, now)
  expect((await sent(minutes(1)))[0]?.text).toContain('2026-11-30 05:30 (한국 표준시)')
  const [inJapanese] = await listNotices(owner.id, { zone: 'Asia/Seoul', language: 'ja' })
  expect(inJapanese?.detail.due).toBe('2026-11-30 05:30 (韓国標準時)')
  const notice = (await listNotices(owner.id, english)).find((one) => one.detail.approval === 'a1')
  expect(notice?.detail).toEqual({ ...detail, due: '2026-11-29 20:30 UTC' })
})
