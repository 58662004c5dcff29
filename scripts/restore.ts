import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { restoreFiles } from '@/lib/backup/archive-files'
import { readIdentity, restoreBackup } from './backup/restore-backup'
import { sayRestored } from './backup/say-restored'

const usage = `Usage: npm run restore -- --identity file --to folder [--until time] [--mirrors folder]
       npm run restore -- --identity file --files

  npm run restore -- --identity /media/key.txt --to .data/postgres --mirrors /media/mirrors

Restores from BACKUP_DIR: the newest copy, and the archived log to its end or to --until (2026-11-28T14:05:00Z). Then erases
again whoever was erased since, completes the ledgers from the mirrors, and counts everything. --to must not exist.

--files puts only the worker's files into DATA_DIR (the list of erasures, the signed checkpoints): for a worker that moves
to another machine while the database lives.`

const { values } = parseArgs({
  options: {
    identity: { type: 'string' },
    to: { type: 'string' },
    until: { type: 'string' },
    mirrors: { type: 'string' },
    files: { type: 'boolean', default: false },
  },
})
const path = (given: string) => resolve(process.env.CALLED_FROM ?? process.cwd(), given)
const until = values.until === undefined ? null : new Date(values.until)
const folder = process.env.BACKUP_DIR
const dataDir = path(process.env.DATA_DIR ?? '.data')
if (folder && values.identity && values.files && !values.to) {
  // Not used here, but a setting that must be there.
  if (!process.env.DATABASE_URL_FILE) process.env.DATABASE_URL ||= 'postgresql://nowhere.invalid/petition'
  process.env.DATA_DIR = dataDir
  const identity = await readIdentity(path(values.identity))
  const restored = identity !== null && (await restoreFiles(path(folder), identity, dataDir))
  console.log(restored ? "The worker's files are restored." : 'No identity in that file, or no copy in BACKUP_DIR.')
  process.exitCode = restored ? 0 : 1
} else if (!folder || !values.identity || !values.to || values.files || Number.isNaN(until?.getTime())) {
  console.error(folder ? usage : `Set BACKUP_DIR.\n\n${usage}`)
  process.exitCode = 2
} else if (existsSync(path(values.to))) {
  console.error(`${path(values.to)} exists. Move it away, and keep it until the restored site runs.`)
  process.exitCode = 2
} else {
  const result = await restoreBackup({
    folder: path(folder),
    identity: path(values.identity),
    until,
    to: path(values.to),
    mirrors: values.mirrors ? path(values.mirrors) : null,
    dataDir,
    say: (line) => console.log(`restore: ${line}`),
  })
  for (const line of sayRestored(result)) console.log(line)
  process.exitCode = result.ok && result.settled.faults.length === 0 ? 0 : 1
}
