import { randomUUID } from 'node:crypto'
import { access, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Driver, OutgoingMail } from './driver'
import { mimeMessage } from './mime'
import { pace } from './pace'

/** In ms, between two batches: no faster than a provider, since the same process answers signers. */
const GAP = 500

/**
 * A driver that writes each mail as an `.eml` file instead of sending it, for trying out and tests. The file is named
 * after the mail, so that a repeated batch writes nothing twice.
 */
export function openOutbox({ folder, from }: { folder: string; from: string }): Driver {
  const turn = pace(GAP)

  async function write(mail: OutgoingMail): Promise<void> {
    const file = join(folder, `${mail.id}.eml`)
    if (await exists(file)) return
    const draft = join(folder, `.${mail.id}.${randomUUID()}`)
    // It contains addresses and links: only its owner may read it.
    await writeFile(draft, mimeMessage(mail, from).raw, { mode: 0o600 })
    await rename(draft, file)
  }

  return {
    batchSize: 100,
    async send({ mails }) {
      await turn()
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        for (const mail of mails) await write(mail)
        return mails.map(() => ({ kind: 'accepted' }))
      } catch (error) {
        console.error(
          `mail: the outbox folder cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
        )
        return mails.map(() => ({ kind: 'retry', reason: 'misconfigured', doubt: false }))
      }
    },
    async close() {},
  }
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
