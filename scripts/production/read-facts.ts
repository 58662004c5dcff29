import { statfs } from 'node:fs/promises'
import { readStatus } from '@/lib/backup/backup-folder'
import { pool } from '@/lib/db'
import { env } from '@/lib/env'
import { readSenderRecords, senderDomain } from '@/lib/mail/sender-records'
import type { Facts } from './find-dangers'

/** Reads what `findDangers` judges: settings, database, disk, backups, and the public records of the sender's domain. */
export async function readFacts(): Promise<Facts> {
  const settings = env()
  const domain = senderDomain(settings.MAIL_FROM) ?? 'localhost'
  const [database, freeDisk, backups, records] = await Promise.all([
    ofDatabase().catch(() => null),
    statfs(settings.DATA_DIR).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => null,
    ),
    settings.BACKUP_DIR ? readStatus(settings.BACKUP_DIR).catch(() => null) : null,
    readSenderRecords(domain),
  ])
  return { settings, database, now: new Date(), freeDisk, backups, ...records }
}

async function ofDatabase(): Promise<NonNullable<Facts['database']>> {
  const { rows } = await pool().query<NonNullable<Facts['database']>>(
    `SELECT current_setting('synchronous_commit') AS "synchronousCommit", current_setting('fsync') AS fsync,
       current_user AS account, current_setting('is_superuser') = 'on' AS "isSuperuser", clock_timestamp() AS clock`,
  )
  const [row] = rows
  if (!row) throw new Error('the database answered nothing')
  return row
}
