import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/lib/env'

export interface ListedErasure {
  hash: Buffer
  erasedAt: Date
}

/** A row of the table as the list has it. */
export function asListed({ hash, erasedAt }: { hash: Uint8Array; erasedAt: Date }): ListedErasure {
  return { hash: Buffer.from(hash), erasedAt }
}

/** The list is stored outside of the database: a restored backup would also bring back an old list. */
function path(): string {
  return join(env().DATA_DIR, 'erasures.txt')
}

/** The list, one entry a line: hash in hex and the time. A line cut short by a crash is left out. */
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

/** Appends entries; on disk when this returns. */
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
