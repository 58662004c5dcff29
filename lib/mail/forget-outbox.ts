import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalEmail } from '@/lib/integrity/canonical-email'

/** Deletes what the outbox driver wrote to an address, in any spelling: on a trial installation it is the mailbox. */
export async function forgetOutbox(folder: string, canonical: string): Promise<number> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  let forgotten = 0
  for (const name of names.filter((file) => file.endsWith('.eml'))) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '')
    const to = /^To: (.*)$/im.exec(text)?.[1]?.trim() ?? ''
    if (canonicalEmail(to)?.canonical !== canonical) continue
    await rm(join(folder, name), { force: true })
    forgotten += 1
  }
  return forgotten
}
