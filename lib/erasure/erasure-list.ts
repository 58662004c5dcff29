import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/lib/env'

export interface ListedErasure {
  hash: Buffer
  erasedAt: Date
}

/** The list lies outside of the database: a restored backup would bring back an old list with the erased people. */
function path(): string {
  return join(env().DATA_DIR, 'erasures.txt')
}

/** The list, a line each: hash in hex and the time. A line that a crash cut short is left out. */
export async function readErasures(): Promise<ListedErasure[]> {
  const text = await readFile(path(), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return [...text.matchAll(/^([0-9a-f]{64}) (\S{24})$/gm)].map(([, hash = '', at = '']) => ({
    hash: Buffer.from(hash, 'hex'),
    erasedAt: new Date(at),
  }))
}

/** Adds lines, on disk when this returns. */
export async function addErasures(erasures: ListedErasure[]): Promise<void> {
  await mkdir(env().DATA_DIR, { recursive: true, mode: 0o700 })
  const file = await open(path(), 'a', 0o600)
  try {
    // A line that was cut short must not swallow the next one.
    const lines = erasures.map(({ hash, erasedAt }) => `${hash.toString('hex')} ${erasedAt.toISOString()}`)
    await file.writeFile(`\n${lines.join('\n')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}
