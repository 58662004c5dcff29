import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { restoreFiles } from '@/lib/backup/archive-files'
import { type Settled, settleRestored } from '@/lib/backup/settle-restored'
import { unpack } from '@/lib/backup/unpack'
import { closeDb } from '@/lib/db'
import { recoverCluster } from '../database/restore-cluster.mjs'

interface RestoreOptions {
  /** The backups. */
  folder: string
  /** Path of the file with the age identity. */
  identity: string
  until: Date | null
  /** A new folder: gets the database's `data`. */
  to: string
  /** A folder with a mirror for each petition. */
  mirrors: string | null
  /** Where the files that belong to a worker go. */
  dataDir: string
  /** Reports each step. */
  say: (line: string) => void
}

export type RestoreResult =
  | { ok: true; base: Date; settled: Settled }
  | { ok: false; reason: 'no_base' | 'no_identity' }

/** The age identity in a file; null if there is none. */
export async function readIdentity(file: string): Promise<string | null> {
  return /^AGE-SECRET-KEY-\S+$/m.exec(await readFile(file, 'utf8'))?.[0] ?? null
}

/**
 * Restores a backup into a new folder, up to a time, and makes it fit for use. The database is stopped when this
 * returns; it was never reachable from outside of the folder.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreResult> {
  const { folder, until, to, mirrors, dataDir, say } = options
  const identity = await readIdentity(options.identity)
  if (!identity) return { ok: false, reason: 'no_identity' }
  const log = join(to, 'log')
  const unpacked = await unpack(folder, identity, until, { data: join(to, 'data'), log })
  if (!unpacked.ok) return unpacked
  say(`the copy of ${unpacked.base.toISOString()} is unpacked`)
  const site = process.env.DATABASE_URL ? new URL(process.env.DATABASE_URL) : null
  const user = site ? decodeURIComponent(site.username) : 'postgres'
  const cluster = await recoverCluster({ dir: to, log, until, user, database: site?.pathname.slice(1) || 'petition' })
  try {
    say(until ? `recovered to ${until.toISOString()}` : 'recovered to the end of the archive')
    // From here on that is the restored one, whatever this process was to use.
    delete process.env.DATABASE_URL_FILE
    process.env.DATABASE_URL = cluster.url
    process.env.DATA_DIR = dataDir
    await restoreFiles(folder, identity, dataDir)
    return { ok: true, base: unpacked.base, settled: await settleRestored(mirrors, new Date()) }
  } finally {
    await closeDb()
    await cluster.stop()
  }
}
