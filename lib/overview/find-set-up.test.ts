import { beforeEach, expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { env } from '@/lib/env'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { mailOutcomes, workerFacts } from '@/test/worker-facts'
import { confirmKeys } from './confirm-keys'
import { findSetUp } from './find-set-up'
import { noteWorkerFacts, type WorkerFacts } from './status/system-report'

useDatabase()
beforeEach(async () => void (await db().user.deleteMany()))

const now = new Date('2026-11-28T10:00:00Z')
const days = (n: number) => new Date(now.getTime() + n * 86_400_000)
const enrol = (id: string) => db().user.update({ where: { id }, data: { totpSince: now } })

test('each step is done once the site shows it, and the copies of the keys for half a year', async () => {
  const owner = await aStaffMember('owner', now)
  const done = async (at = now) => (await findSetUp(owner, at)).flatMap((step) => (step.done ? [step.name] : []))
  await enrol(owner.id)
  expect(await done()).toEqual([])

  await db().user.update({ where: { id: owner.id }, data: { timeZone: 'Asia/Seoul', language: 'ko' } })
  expect(await done()).toEqual(['zone'])
  const [second, moderator] = [await aStaffMember('owner', now), await aStaffMember('moderator', now)]
  // Invited is not enough.
  expect(await done()).toEqual(['zone'])
  await enrol(second.id)
  await enrol(moderator.id)
  expect(await done()).toEqual(['zone', 'owner', 'moderator'])

  const petition = await aPetition('set-up')
  await pool().query(`DELETE FROM petition_text WHERE petition_id = $1 AND locale <> 'en'`, [petition])
  expect(await done()).not.toContain('petition')
  await pool().query(
    `INSERT INTO petition_text (petition_id, locale, version, title, call, addressee, asks, body, story, sha256, published_at)
     SELECT petition_id, 'ko', 1, title, call, addressee, asks, body, story, sha256(sha256), published_at FROM petition_text
     WHERE petition_id = $1 LIMIT 1`,
    [petition],
  )
  expect(await done()).toContain('petition')

  await confirmKeys(owner, now)
  expect(await done()).toContain('keys')
  expect(await done(days(181))).not.toContain('keys')
})

test('mail and backups are known once a worker has reported, of whichever process the page is', async () => {
  const owner = await aStaffMember('owner', now)
  const listed = async () =>
    (await findSetUp(owner, now)).flatMap(({ name, done }) =>
      name === 'mail' || name === 'backups' ? [`${name} ${done}`] : [],
    )
  expect(await listed()).toEqual([])
  const report = (facts: Partial<WorkerFacts>) => noteWorkerFacts('worker', workerFacts(now, facts), now)
  await report({
    backups: null,
    mail: {
      driver: 'outbox',
      neutral: false,
      from: 'mail@localhost',
      faults: null,
      dkim: false,
      outcomes: mailOutcomes,
    },
  })
  expect(await listed()).toEqual(['mail false', 'backups false'])
  await report({})
  expect(await listed()).toEqual(['mail true', 'backups true'])
  const { backups } = workerFacts(now)
  if (!backups) throw new Error('the fixture has none')
  for (const change of [{ drilledAt: null }, { backedUpAt: days(-2) }, { isRead: false }]) {
    await report({ backups: { ...backups, ...change } })
    expect(await listed()).toEqual(['mail true', 'backups false'])
  }
})

test('on a site that only this computer reaches, what waits for a server is told apart', async () => {
  const owner = await aStaffMember('owner', now)
  await noteWorkerFacts('worker', workerFacts(now, { backups: null }), now)
  const elsewhere = async () => (await findSetUp(owner, now)).flatMap((step) => (step.elsewhere ? [step.name] : []))
  expect(await elsewhere()).toEqual(['backups'])
  const { SITE_URL } = env()
  Object.assign(env(), { SITE_URL: 'https://petition.example.org' })
  expect(await elsewhere().finally(() => Object.assign(env(), { SITE_URL }))).toEqual([])
})

test('is for owners', async () => {
  const moderator = await aStaffMember('moderator', now)
  await expect(findSetUp(moderator, now)).rejects.toThrow('may not')
  await expect(confirmKeys(moderator, now)).rejects.toThrow('may not')
})
