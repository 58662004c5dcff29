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
  /** Since the last one; null where there is none. */
  days: number | null
}

/** What is late about the backups; null if nothing is. */
function findLate({ backedUpAt, drilledAt }: BackupStatus, now: Date): Late | null {
  const age = (at: Date | undefined) => (at ? now.getTime() - at.getTime() : Number.POSITIVE_INFINITY)
  const late = (what: Late['what'], ms: number) => ({ what, days: Number.isFinite(ms) ? Math.floor(ms / DAY) : null })
  if (age(backedUpAt) > MAX_BACKUP_AGE) return late('backup', age(backedUpAt))
  if (age(drilledAt) > MAX_DRILL_AGE) return late('drill', age(drilledAt))
  return null
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
  const last = await db().staffNotice.findFirst({ where: { kind }, orderBy: { noticedAt: 'desc' } })
  if (last && now.getTime() - last.noticedAt.getTime() < DAY) return
  await db().$transaction(async (tx) => {
    // One that was not mailed yet says an older age.
    await tx.staffNotice.deleteMany({ where: { kind, mailedAt: null } })
    await queueStaffNotice(tx, { kind, to: 'owners', detail: { late: late.what, days: String(late.days ?? '') } }, now)
  })
}
