import { db } from '@/lib/db'
import { queueStaffNotice } from '@/lib/staff/notices/queue-staff-notice'
import { type BackupStatus, readStatus } from './backup-folder'

const DAY = 86_400_000
/** In ms: how old the newest backup may be; one a day, with time to be taken. */
const MAX_BACKUP_AGE = 1.25 * DAY
/** In ms: how old the last drill of a restore may be. */
const MAX_DRILL_AGE = 31 * DAY

/** What is late about the backups, in words; null if nothing is. */
export function lateBackups({ backedUpAt, drilledAt }: BackupStatus, now: Date): string | null {
  const late = (at: Date | undefined, most: number) => !at || now.getTime() - at.getTime() > most
  if (late(backedUpAt, MAX_BACKUP_AGE)) return `the last backup is ${ageOf(backedUpAt, now)}`
  if (late(drilledAt, MAX_DRILL_AGE)) return `the last drill of a restore is ${ageOf(drilledAt, now)}`
  return null
}

/** Tells the log, and the owners once a day, if backups or drills are late. */
export async function warnOfLateBackups(folder: string, now: Date): Promise<void> {
  const what = lateBackups(await readStatus(folder), now)
  if (!what) return
  console.error(`worker: ${what}`)
  const kind = 'backup_late'
  const last = await db().staffNotice.findFirst({ where: { kind }, orderBy: { noticedAt: 'desc' } })
  if (last && now.getTime() - last.noticedAt.getTime() < DAY) return
  await db().$transaction(async (tx) => {
    // One that was not mailed yet says an older age.
    await tx.staffNotice.deleteMany({ where: { kind, mailedAt: null } })
    await queueStaffNotice(tx, { kind, to: 'owners', detail: { what } }, now)
  })
}

function ageOf(at: Date | undefined, now: Date): string {
  return at ? `${Math.floor((now.getTime() - at.getTime()) / DAY)} days old` : 'missing'
}
