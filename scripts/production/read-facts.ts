import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readStatus } from '@/lib/backup/backup-folder'
import { pool } from '@/lib/db'
import { env } from '@/lib/env'
import { dkimSelector, readSenderRecords, senderDomain } from '@/lib/mail/sender-records'
import { languagesLacking } from '@/lib/printing/languages-lacking'
import { findTitles } from '@/lib/share-pictures/find-titles'
import { languageName } from '@/messages/language-name'
import { locales } from '@/messages/translator'
import type { Facts } from './find-dangers'

/** Reads the input of `findDangers`: settings, database, disk, backups, and the sender domain's DNS records. */
export async function readFacts(): Promise<Facts> {
  const settings = env()
  const domain = senderDomain(settings.MAIL_FROM) ?? 'localhost'
  const [database, freeDisk, browser, untitled, backups, records] = await Promise.all([
    ofDatabase().catch(() => null),
    statfs(settings.DATA_DIR).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => null,
    ),
    settings.CHROMIUM_PATH ? ofBrowser(settings.CHROMIUM_PATH).catch(() => null) : null,
    findTitles().then(
      ({ length }) => length,
      () => null,
    ),
    settings.BACKUP_DIR ? readStatus(settings.BACKUP_DIR).catch(() => null) : null,
    readSenderRecords(domain, dkimSelector(settings)),
  ])
  return { settings, database, now: new Date(), freeDisk, browser, untitled, backups, ...records }
}

async function ofBrowser(program: string): Promise<{ lacking: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'browser-'))
  try {
    const lacking = await languagesLacking(program, folder, locales)
    return { lacking: lacking.map((locale) => languageName(locale)) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function ofDatabase(): Promise<NonNullable<Facts['database']>> {
  const { rows } = await pool().query<Omit<NonNullable<Facts['database']>, 'apart'> & { clock: Date }>(
    `SELECT current_setting('synchronous_commit') AS "synchronousCommit", current_setting('fsync') AS fsync,
       current_user AS account, current_setting('is_superuser') = 'on' AS "isSuperuser", clock_timestamp() AS clock`,
  )
  const [row] = rows
  if (!row) throw new Error('the database answered nothing')
  const { clock, ...read } = row
  // At once: a process without a way out waits half a minute for the sender's records.
  return { ...read, apart: Math.abs(clock.getTime() - Date.now()) }
}
