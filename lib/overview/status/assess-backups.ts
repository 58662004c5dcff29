import { isBackupLate, isDrillLate } from '@/lib/backup/late-backups'
import type { StatusLine } from './status-line'
import type { WorkerFacts } from './system-report'
import { MAX_ARCHIVE_AGE } from './thresholds'

/**
 * Assesses whether the site could be restored. @param facts of all workers that reported; only one may know of backups
 */
export function assessBackups(facts: WorkerFacts[], now: Date): StatusLine[] {
  const names = ['backup', 'archive', 'drill'] as const
  const found = facts.flatMap(({ backups }) => backups ?? [])[0]
  if (!found) {
    return facts.length === 0
      ? names.map((name) => ({ name, state: 'unknown', says: 'noWorkerReported', values: {} }))
      : names.map((name) => ({ name, state: 'unset', says: `${name}Unset`, values: {} }))
  }
  if (!found.isRead) return [{ name: 'backup', state: 'attention', says: 'backupUnreadable', values: {} }]
  return [assessBackup(found, now), assessArchive(found, now), assessDrill(found, now)]
}

type Backups = NonNullable<WorkerFacts['backups']>

function assessBackup({ backedUpAt, copies, newest }: Backups, now: Date): StatusLine {
  const name = 'backup'
  if (!backedUpAt) return { name, state: 'attention', says: 'backupNever', values: {} }
  const size = newest === null ? null : { bytes: newest }
  const values = { at: backedUpAt, copies, size }
  if (isBackupLate(backedUpAt, now)) return { name, state: 'attention', says: 'backupLate', values }
  return { name, state: 'good', says: size ? 'backupTaken' : 'backupTakenElsewhere', values }
}

/** Assesses the archiving of the database's log between two copies; `unset` if the operator archives none. */
function assessArchive({ archivedAt }: Backups, now: Date): StatusLine {
  const name = 'archive'
  if (!archivedAt) return { name, state: 'unset', says: 'archiveUnset', values: {} }
  const isOld = now.getTime() - archivedAt.getTime() > MAX_ARCHIVE_AGE
  return {
    name,
    state: isOld ? 'attention' : 'good',
    says: isOld ? 'archiveStopped' : 'archiveFollows',
    values: { at: archivedAt },
  }
}

function assessDrill({ drilledAt }: Backups, now: Date): StatusLine {
  const name = 'drill'
  if (!drilledAt) return { name, state: 'attention', says: 'drillNever', values: {} }
  const isLate = isDrillLate(drilledAt, now)
  return {
    name,
    state: isLate ? 'attention' : 'good',
    says: isLate ? 'drillLate' : 'drillDone',
    values: { at: drilledAt },
  }
}
