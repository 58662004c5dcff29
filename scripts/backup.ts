import { parseArgs } from 'node:util'
import { archiveFiles } from '@/lib/backup/archive-files'
import { archiveWal } from '@/lib/backup/archive-wal'
import { purgeBackups, readStatus } from '@/lib/backup/backup-folder'
import { followBackups } from '@/lib/backup/follow-backups'
import { takeBase } from '@/lib/backup/take-base'
import { env } from '@/lib/env'
import { logAsJson } from '@/lib/json-console'
import { redactError } from '@/lib/redact-error'

// npm run backup: a whole copy now. With --follow: one a day, and the log between them, until it is stopped.
logAsJson()
const { values } = parseArgs({
  options: { follow: { type: 'boolean', default: false }, every: { type: 'string', default: '15' } },
})
const { BACKUP_DIR: folder, BACKUP_RECIPIENT: recipient, DATA_DIR: dataDir } = env()
const url = process.env.DIRECT_URL || env().DATABASE_URL

const refusals = {
  not_allowed: 'The account of the database may not replicate: ALTER ROLE name REPLICATION, and a line in pg_hba.conf.',
  server_too_old: 'Backups need PostgreSQL 15 or newer.',
  several_tablespaces: 'The database has tablespaces outside of its folder. Use pg_basebackup for it.',
}

if (!folder || !recipient) {
  console.error(
    'Set BACKUP_DIR to a folder, best on another machine, and BACKUP_RECIPIENT to your age recipient (age1…).',
  )
  process.exitCode = 1
} else {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
  process.exitCode = values.follow ? await follow(folder, recipient, stopping.signal) : await copy(folder, recipient)
}

async function copy(folder: string, recipient: string): Promise<number> {
  const taken = await takeBase(url, folder, recipient, new Date())
  if (!taken.ok) {
    console.error(refusals[taken.reason])
    return 1
  }
  await archiveFiles(folder, recipient, dataDir)
  await purgeBackups(folder, new Date())
  console.log(`backup: whole copy in ${taken.path}`)
  return 0
}

async function follow(folder: string, recipient: string, signal: AbortSignal): Promise<number> {
  const every = Math.max(1, Number(values.every) || 15) * 1_000
  const onArchived = () => void archiveFiles(folder, recipient, dataDir).catch(report)
  await followBackups({
    archive: (onStart) => archiveWal({ url, folder, recipient, every, signal, onArchived, onStart }),
    copy: async () => {
      const taken = (await copy(folder, recipient).catch(report)) === 0
      if (!taken) console.error('backup: no copy could be taken')
      return taken
    },
    lastCopy: async () => (await readStatus(folder)).backedUpAt,
    signal,
    report,
  })
  return 0
}

function report(error: unknown): number {
  console.error(`backup: ${redactError(error, 1)}`)
  return 1
}
