import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { addErasures, readErasures } from '@/lib/erasure/erasure-list'
import { idField, isId } from '@/lib/input/id'
import { storeCheckpoint } from '@/lib/ledger/checkpoint-file'
import { parseCheckpoint } from '@/lib/ledger/log/checkpoint'
import { openSealed, SEALED, writeSealed } from './sealed-file'

/** A worker's files outside of the database: the erasure list, and the checkpoints that it signed. */
const files = z.object({
  erasures: z.array(z.object({ hash: z.hex().length(64), erasedAt: z.iso.datetime() })),
  checkpoints: z.array(z.object({ log: idField, note: z.string() })),
})

const pathIn = (folder: string) => join(folder, `files.json${SEALED}`)

/** Archives them, as they are now, in place of the earlier copy. */
export async function archiveFiles(folder: string, recipient: string, dataDir: string): Promise<void> {
  const erasures = (await readErasures()).map(({ hash, erasedAt }) => ({
    hash: hash.toString('hex'),
    erasedAt: erasedAt.toISOString(),
  }))
  const content = JSON.stringify({ erasures, checkpoints: await checkpointsIn(join(dataDir, 'ledger')) })
  await writeSealed(pathIn(folder), Readable.from([content]), recipient)
}

async function checkpointsIn(folder: string) {
  const logs = (await readdir(folder).catch(() => [])).filter(isId)
  const found = await Promise.all(
    logs.map(async (log) => {
      const newest = (await readdir(join(folder, log)))
        .filter((name) => name.endsWith('.checkpoint'))
        .sort()
        .at(-1)
      return newest ? [{ log, note: await readFile(join(folder, log, newest), 'utf8') }] : []
    }),
  )
  return found.flat()
}

/**
 * Puts them back in this machine's DATA_DIR. What is there already stays: it may be newer. False if there is no copy.
 */
export async function restoreFiles(folder: string, identity: string, dataDir: string): Promise<boolean> {
  const plain = await openSealed(pathIn(folder), identity).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!plain) return false
  const { erasures, checkpoints } = files.parse(JSON.parse(await text(plain)))
  const known = new Set(
    (await readErasures()).map(({ hash, erasedAt }) => `${hash.toString('hex')} ${erasedAt.toISOString()}`),
  )
  const missing = erasures.filter(({ hash, erasedAt }) => !known.has(`${hash} ${erasedAt}`))
  if (missing.length > 0)
    await addErasures(
      missing.map(({ hash, erasedAt }) => ({ hash: Buffer.from(hash, 'hex'), erasedAt: new Date(erasedAt) })),
    )
  for (const { log, note } of checkpoints) {
    const size = parseCheckpoint(note)?.checkpoint.size
    if (size !== undefined) await storeCheckpoint(join(dataDir, 'ledger', log), size, note)
  }
  return true
}
