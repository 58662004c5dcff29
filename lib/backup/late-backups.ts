import { db } from '@/lib/db'
import { queueStaffNotice } from '@/lib/staff/notices/queue-staff-notice'
import { type BackupStatus, readStatus } from './backup-folder'

const DAY = 86_400_000
/** In ms: how old the newest backup may be; one a day, with time to be taken. */
const MAX_BACKUP_AGE = 1.25 * DAY
/** In ms: how old the last drill of a restore may be. */
const MAX_DRILL_AGE = 31 * DAY

interface Late {
  what: 'backup' | 'drill'
  /** From the day (UTC) of the last one to today; null where there is none. */
  days: number | null
}

export function isBackupLate(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() > MAX_BACKUP_AGE
}

export function isDrillLate(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() > MAX_DRILL_AGE
}

/** The overdue backup or drill; null if nothing is late. */
function findLate({ backedUpAt, drilledAt }: BackupStatus, now: Date): Late | null {
  const late = (what: Late['what'], at: Date | undefined) => ({
    what,
    days: at ? dayNumber(now) - dayNumber(at) : null,
  })
  if (!backedUpAt || isBackupLate(backedUpAt, now)) return late('backup', backedUpAt)
  if (!drilledAt || isDrillLate(drilledAt, now)) return late('drill', drilledAt)
  return null
}

/** Whether the newest backup, and the last drill of a restore, are there and not late. */
export function areBackupsInTime(
  { backedUpAt, drilledAt }: Record<'backedUpAt' | 'drilledAt', Date | null>,
  now: Date,
) {
  return findLate({ ...(backedUpAt && { backedUpAt }), ...(drilledAt && { drilledAt }) }, now) === null
}

/** Days since 1970. */
function dayNumber(at: Date): number {
  return Math.floor(at.getTime() / DAY)
}

/** The same in words, for logs. */
export function lateBackups(status: BackupStatus, now: Date): string | null {
  const late = findLate(status, now)
  const what = late?.what === 'drill' ? 'the last drill of a restore' : 'the last backup'
  return late && `${what} is ${late.days === null ? 'missing' : `${late.days} days old`}`
}

/** Tells the log, and the owners once a day, if backups or drills are late. */
export async function warnOfLateBackups(folder: string, now: Date): Promise<void> {
  const status = await readStatus(folder)
  const late = findLate(status, now)
  if (!late) return
  console.error(`worker: ${lateBackups(status, now)}`)
  const kind = 'backup_late'
  // With its day it is one notice a day, however many workers look.
  const detail = { late: late.what, days: String(late.days ?? ''), day: String(dayNumber(now)) }
  await db().$transaction(async (tx) => {
    // One that was not mailed yet says an older age.
    await tx.staffNotice.deleteMany({ where: { kind, mailedAt: null } })
    await queueStaffNotice(tx, { kind, to: 'owners', detail, once: true }, now)
  })
}
