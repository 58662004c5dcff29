import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findSiteFacts } from './find-site-facts'
import { hideSetUp, isSetUpHidden } from './hide-set-up'
import { queueDigests } from './queue-digests'
import { findSettings, saveSettings } from './site-settings'
import { mailTest } from './test-mail'

useDatabase()
beforeEach(async () => {
  await db().setting.deleteMany()
  await db().user.deleteMany()
})

/** A Monday, 07:30 in UTC. */
const now = new Date('2026-11-30T07:30:00Z')

test('has its defaults until an owner sets it; a change is one entry of the audit log, with what it was', async () => {
  const owner = await aStaffMember('owner', now)
  const { values, version: expectedVersion } = await findSettings()
  expect(values).toEqual({ digestHour: 9, defaultGoal: 10_000 })
  expect(
    await saveSettings(owner, { expectedVersion, typed: { digestHour: '7', defaultGoal: '10000' } }, now),
  ).toMatchObject({
    ok: true,
  })
  expect((await findSettings()).values).toEqual({ digestHour: 7, defaultGoal: 10_000 })
  const entries = await db().auditEntry.findMany({ where: { verb: 'settings.save', staffId: owner.id } })
  expect(entries.map(({ subject, detail }) => [subject, detail])).toEqual([['setting:digestHour', expect.anything()]])
  expect(JSON.stringify(entries[0]?.detail)).toContain('7')
})

test('of two forms of the same page one is saved; what is out of range changes nothing; others may not', async () => {
  const [owner, auditor] = [await aStaffMember('owner', now), await aStaffMember('auditor', now)]
  const { version: expectedVersion } = await findSettings()
  const save = (goal: string, by = owner) =>
    saveSettings(by, { expectedVersion, typed: { digestHour: '9', defaultGoal: goal } }, now)
  for (const goal of ['0', '-1', '1.5', 'many', '1000000000', ''])
    expect([goal, await save(goal)]).toEqual([goal, { ok: false, errors: { defaultGoal: ['out_of_range'] } }])
  await expect(save('5', auditor)).rejects.toThrow()
  const results = await Promise.all([save('500'), save('600')])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, errors: { form: ['changed'] } })
  // A stale form saves nothing, not even the same.
  expect(await save('500')).toEqual({ ok: false, errors: { form: ['changed'] } })
})

test('a value that this version cannot read counts as unset', async () => {
  await db().setting.create({ data: { name: 'digestHour', value: 'noon', revision: 3, changedAt: now } })
  expect(await findSettings()).toEqual({ values: { digestHour: 9, defaultGoal: 10_000 }, version: '3.0' })
})

test('the digest is mailed from the hour that is set', async () => {
  const auditor = await aStaffMember('auditor', now)
  await db().user.update({ where: { id: auditor.id }, data: { signedInAt: now } })
  await queueDigests(now)
  expect(await db().staffNotice.count()).toBe(0)
  await db().setting.create({ data: { name: 'digestHour', value: '7', revision: 1, changedAt: now } })
  await queueDigests(now)
  expect(await db().staffNotice.findMany({ select: { kind: true } })).toEqual([{ kind: 'week' }])
})

test('an owner hides the set-up list from themselves alone, and shows it again', async () => {
  const [one, other] = [await aStaffMember('owner', now), await aStaffMember('owner', now)]
  await hideSetUp(one, true, now)
  await hideSetUp(one, true, now)
  expect([await isSetUpHidden(one.id), await isSetUpHidden(other.id)]).toEqual([true, false])
  await hideSetUp(one, false, now)
  expect(await isSetUpHidden(one.id)).toBe(false)
  await expect(hideSetUp(await aStaffMember('editor', now), true, now)).rejects.toThrow()
})

test('a test mail goes to whoever asks for it alone', async () => {
  const [owner] = [await aStaffMember('owner', now), await aStaffMember('owner', now)]
  await mailTest(owner, now)
  expect(await db().staffNotice.findMany({ select: { staffId: true, kind: true } })).toEqual([
    { staffId: owner.id, kind: 'mail_test' },
  ])
})

test('the facts name what is set on the server, and no secret', async () => {
  const owner = await aStaffMember('owner', now)
  const { PRIVACY_CONTACT } = env()
  Object.assign(env(), { PRIVACY_CONTACT: 'privacy@example.org' })
  const facts = await findSiteFacts(owner, now)
  Object.assign(env(), { PRIVACY_CONTACT })
  expect(facts.contacts).toContainEqual({ name: 'privacy', value: 'privacy@example.org', onServer: true })
  expect(facts.contacts).toContainEqual({ name: 'donate', value: null, onServer: false })
  expect(JSON.stringify(facts)).not.toContain(env().SEAL_PRIVATE_KEY?.toString('base64url') ?? 'no key')
  await expect(findSiteFacts(await aStaffMember('moderator', now), now)).rejects.toThrow()
})
