import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { type Checkpoint, parseCheckpoint } from './log/checkpoint'

/** The number of checkpoints kept for each log; the last one counts. */
const KEPT = 3

/** The path of the folder in which this machine stores the checkpoints that it signed for a petition. */
export function checkpointFolder(petitionId: string, dataDir = env().DATA_DIR): string {
  return join(dataDir, 'ledger', petitionId)
}

/**
 * The last checkpoint stored in a folder, outside of the database; null if there is none. A database restored from a
 * backup does not know what was signed since, and would fork the log.
 * @throws Error if the newest file is not a checkpoint: stopping is better than forking the log
 */
export async function lastCheckpoint(folder: string): Promise<Checkpoint | null> {
  const newest = (await list(folder)).at(-1)
  if (!newest) return null
  const parsed = parseCheckpoint(await readFile(newest, 'utf8'))
  if (!parsed) throw new Error(`${newest} is damaged; put it back from the log's checkpoint or a mirror`)
  return parsed.checkpoint
}

/**
 * Stores a signed checkpoint; on disk when this returns. Each has a file of its own, so that a process that was paused
 * cannot replace a newer one.
 */
export async function storeCheckpoint(folder: string, size: number, note: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${String(size).padStart(16, '0')}.checkpoint`)
  await writeSynced(`${path}.${process.pid}.new`, note)
  await rename(`${path}.${process.pid}.new`, path)
  await sync(folder)
  for (const old of (await list(folder)).slice(0, -KEPT)) await rm(old, { force: true })
}

async function list(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names
    .filter((name) => /^\d{16}\.checkpoint$/.test(name))
    .sort()
    .map((name) => join(folder, name))
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new file name is durable only once its folder is synced. (Windows neither supports nor needs this.) */
async function sync(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
