import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { findOutboxMail } from './read-outbox'

/** Deletes the files of mails to an address, in any spelling, from the outbox. @returns how many were deleted */
export async function purgeOutbox(folder: string, canonical: string): Promise<number> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  let forgotten = 0
  for (const name of names.filter((file) => file.endsWith('.eml'))) {
    // Parsed as mail: a header with a long address continues in the next line.
    const to = (await findOutboxMail(folder, basename(name, '.eml')))?.to ?? ''
    if (canonicalEmail(to)?.canonical !== canonical) continue
    await rm(join(folder, name), { force: true })
    forgotten += 1
  }
  return forgotten
}
