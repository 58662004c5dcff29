import { type BackupStatus, readStatus } from '@/lib/backup/backup-folder'
import { db, pool } from '@/lib/db'
import { env } from '@/lib/env'

export interface Backlogs {
  /** Mails not sent yet, and how long the oldest that is due has waited, in seconds. */
  mailsWaiting: number
  oldestMail: number
  /** Confirmed signatures without a leaf, and how long the oldest has waited, in seconds. */
  toCount: number
  oldestToCount: number
  /** The public count of each petition. */
  counted: { slug: string; net: number }[]
  /** The number of suppressed addresses, by the reason. */
  suppressed: { reason: string; n: number }[]
  /** In seconds; infinite if there never was one, null where this process does not know where backups are. */
  backupAge: number | null
  drillAge: number | null
}

/** The backlogs, read with the rights of the worker's database account. @throws Error if the database cannot be read */
export async function findBacklogs(now: Date, backupDir = env().BACKUP_DIR): Promise<Backlogs> {
  const [mail, ledger, counted, suppressed, backups] = await Promise.all([
    one<{ n: number; oldest: Date | null }>(
      `SELECT count(*)::int AS n, min(queued_at) FILTER (WHERE not_before <= $1) AS oldest
       FROM mail WHERE sent_at IS NULL AND failed_at IS NULL`,
      [now],
    ),
    // The state as a literal: a parameter would keep PostgreSQL from the index of those that wait.
    one<{ n: number; oldest: Date | null }>(
      `SELECT count(*)::int AS n, min(confirmed_at) AS oldest FROM signature WHERE state = 'confirmed'`,
      [],
    ),
    db().petition.findMany({ select: { slug: true, total: { select: { net: true } } } }),
    db().suppression.groupBy({ by: ['reason'], _count: true }),
    backupDir ? readStatus(backupDir).catch((): BackupStatus => ({})) : null,
  ])
  return {
    mailsWaiting: mail.n,
    oldestMail: mail.oldest ? ageOf(mail.oldest, now) : 0,
    toCount: ledger.n,
    oldestToCount: ledger.oldest ? ageOf(ledger.oldest, now) : 0,
    counted: counted.map(({ slug, total }) => ({ slug, net: Number(total?.net ?? 0) })),
    suppressed: suppressed.map(({ reason, _count }) => ({ reason, n: _count })),
    backupAge: backups && ageOf(backups.backedUpAt, now),
    drillAge: backups && ageOf(backups.drilledAt, now),
  }
}

function ageOf(at: Date | undefined, now: Date): number {
  return at ? Math.max(0, (now.getTime() - at.getTime()) / 1000) : Number.POSITIVE_INFINITY
}

async function one<T extends object>(sql: string, values: unknown[]): Promise<T> {
  const { rows } = await pool().query<T>(sql, values)
  const [row] = rows
  if (!row) throw new Error('the database answered nothing')
  return row
}
