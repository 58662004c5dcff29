import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { noteStatus } from '@/lib/backup/backup-folder'
import { db, pool } from '@/lib/db'
import { type Env, env } from '@/lib/env'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { confirmKeys } from './confirm-keys'
import { findSetUp } from './find-set-up'

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

test('mail and backups are listed only where this process can know them, and a status nobody can read is no error', async () => {
  const owner = await aStaffMember('owner', now)
  const listed = async (change: Partial<Env>) => {
    Object.assign(env(), change)
    const steps = await findSetUp(owner, now)
    return steps.flatMap(({ name, done }) => (name === 'mail' || name === 'backups' ? [`${name} ${done}`] : []))
  }
  const alone = { ROLE: 'admin', MAIL_DRIVER: 'outbox', BACKUP_DIR: undefined } as const
  expect(await listed(alone)).toEqual([])
  expect(await listed({ ...alone, ROLE: 'all' })).toEqual(['mail false', 'backups false'])

  const BACKUP_DIR = await mkdtemp(join(tmpdir(), 'backups-'))
  onTestFinished(() => rm(BACKUP_DIR, { recursive: true }))
  expect(await listed({ ...alone, MAIL_DRIVER: 'smtp', BACKUP_DIR })).toEqual(['mail true', 'backups false'])
  await noteStatus(BACKUP_DIR, { backedUpAt: now, drilledAt: now })
  expect(await listed({ ...alone, BACKUP_DIR })).toEqual(['backups true'])
  await rm(join(BACKUP_DIR, 'status.json'))
  await mkdir(join(BACKUP_DIR, 'status.json'))
  expect(await listed({ ...alone, BACKUP_DIR })).toEqual([])
  expect(await listed({ ...alone, ROLE: 'all', BACKUP_DIR })).toEqual(['mail false', 'backups false'])
})

test('is for owners', async () => {
  const moderator = await aStaffMember('moderator', now)
  await expect(findSetUp(moderator, now)).rejects.toThrow('may not')
  await expect(confirmKeys(moderator, now)).rejects.toThrow('may not')
})
