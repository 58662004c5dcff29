import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { noteStatus } from './backup-folder'
import { lateBackups, warnOfLateBackups } from './late-backups'

useDatabase()

const now = new Date('2026-11-28T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

it('calls a backup late after a day, and a drill after a month', () => {
  expect(lateBackups({ backedUpAt: daysAgo(1), drilledAt: daysAgo(30) }, now)).toBeNull()
  expect(lateBackups({ backedUpAt: daysAgo(2), drilledAt: daysAgo(1) }, now)).toBe('the last backup is 2 days old')
  expect(lateBackups({ backedUpAt: daysAgo(1), drilledAt: daysAgo(40) }, now)).toBe(
    'the last drill of a restore is 40 days old',
  )
  expect(lateBackups({ backedUpAt: daysAgo(1) }, now)).toBe('the last drill of a restore is missing')
  expect(lateBackups({}, now)).toBe('the last backup is missing')
})

it('warns owners once a day, and nobody while all is well', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const folder = await mkdtemp(join(tmpdir(), 'late-'))
  await aStaffMember('owner', now)
  await aStaffMember('moderator', now)
  const notices = () => db().staffNotice.count({ where: { kind: 'backup_late' } })
  await noteStatus(folder, { backedUpAt: daysAgo(0.5), drilledAt: daysAgo(3) })
  await warnOfLateBackups(folder, now)
  expect(await notices()).toBe(0)
  await noteStatus(folder, { backedUpAt: daysAgo(3) })
  // Three workers at once, and one after it was mailed.
  await Promise.all([1, 2, 3].map(() => warnOfLateBackups(folder, now)))
  await db().staffNotice.updateMany({ data: { mailedAt: now } })
  await warnOfLateBackups(folder, new Date(now.getTime() + 11.9 * 3_600_000))
  expect(await notices()).toBe(1)
  await warnOfLateBackups(folder, new Date(now.getTime() + 24 * 3_600_000))
  expect(await notices()).toBe(2)
  expect(said).toHaveBeenCalledWith('worker: the last backup is 3 days old')
  await rm(folder, { recursive: true })
})
