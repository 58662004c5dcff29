import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { SEALED } from './sealed-file'

/** In ms: the longest that a backup is kept (docs/privacy/record.md). */
const KEPT_FOR = 35 * 86_400_000

/** The status of the backups in a folder, in the clear: times only. */
const status = z.object({
  /** When the last whole copy began. */
  backedUpAt: z.coerce.date().optional(),
  /** Everything committed before is in the archive. */
  archivedAt: z.coerce.date().optional(),
  /** When the last drill of a restore succeeded. */
  drilledAt: z.coerce.date().optional(),
})

export type BackupStatus = z.infer<typeof status>

/** @throws Error if the file is damaged */
export async function readStatus(folder: string): Promise<BackupStatus> {
  const text = await readFile(join(folder, 'status.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  return status.parse(JSON.parse(text))
}

let noting = Promise.resolve()

/** Notes what happened beside what is known already. */
export function noteStatus(folder: string, change: BackupStatus): Promise<void> {
  // One after the other: a copy and the log are noted by the same process.
  const noted = noting.then(() => note(folder, change))
  noting = noted.catch(() => undefined)
  return noted
}

async function note(folder: string, change: BackupStatus): Promise<void> {
  const path = join(folder, 'status.json')
  const half = `${path}.${process.pid}.new`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(half, JSON.stringify({ ...(await readStatus(folder)), ...change }), { mode: 0o600 })
  // Root runs drills. The account of the backups, whose folder it is, must be able to read this and to go on.
  const [owner, { uid }] = await Promise.all([stat(folder), stat(half)])
  if (uid === 0 && owner.uid !== 0) await chown(half, owner.uid, owner.gid)
  await rename(half, path)
}

/** File of a whole copy that began at a time. */
export function basePath(folder: string, at: Date): string {
  return join(folder, 'base', `${at.toISOString().replaceAll(':', '-')}.tar${SEALED}`)
}

/** Whole copies, the oldest first. */
export async function listBases(folder: string): Promise<{ path: string; at: Date }[]> {
  const names = await namesIn(join(folder, 'base'))
  return names
    .flatMap((name) => {
      const found = /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.tar\.gz\.age$/.exec(name)
      if (!found) return []
      return [{ path: join(folder, 'base', name), at: new Date(`${found[1]}${found[2]}:${found[3]}:${found[4]}`) }]
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Names in the archive of the write-ahead log, in its order. */
export async function listSegments(folder: string): Promise<string[]> {
  const names = await namesIn(join(folder, 'wal'))
  return names.filter((name) => /^([0-9A-F]{24}(\.partial)?|[0-9A-F]{8}\.history)\.gz\.age$/.test(name)).sort()
}

/** Deletes copies, and pieces of the log, older than any may be kept. */
export async function purgeBackups(folder: string, now: Date): Promise<void> {
  const limit = now.getTime() - KEPT_FOR
  for (const { path, at } of await listBases(folder)) if (at.getTime() < limit) await rm(path, { force: true })
  for (const name of await listSegments(folder)) {
    const path = join(folder, 'wal', name)
    if ((await stat(path)).mtimeMs < limit) await rm(path, { force: true })
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}
