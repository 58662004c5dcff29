import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { basePath, noteStatus } from './backup-folder'
import { connectForReplication, streamMessages } from './replication'
import { writeSealed } from './sealed-file'

/** The oldest server that sends a copy in this form. */
const OLDEST = 15

export type TakeBaseResult =
  | { ok: true; path: string }
  | { ok: false; reason: 'not_allowed' | 'server_too_old' | 'several_tablespaces' }

/**
 * Takes a whole copy of the database server while it works, as pg_basebackup does (BASE_BACKUP of the replication
 * protocol): one tar file with the write-ahead log that it needs, so that it can be restored alone. Encrypted on the
 * way; nothing readable touches the disk.
 */
export async function takeBase(url: string, folder: string, recipient: string, now: Date): Promise<TakeBaseResult> {
  const client = await connectForReplication(url).catch((error: { code?: string }) => {
    // No such privilege, or the server's pg_hba.conf knows no replication from here.
    if (error.code === '42501' || error.code === '28000') return null
    throw error
  })
  if (!client) return { ok: false, reason: 'not_allowed' }
  try {
    const { rows } = await client.query('SHOW server_version_num')
    if (Number(rows[0]?.server_version_num) < OLDEST * 10_000) return { ok: false, reason: 'server_too_old' }
    const path = basePath(folder, now)
    const tar = new PassThrough()
    const written = writeSealed(path, tar, recipient)
    written.catch(() => undefined)
    const archives: string[] = []
    const command = `BASE_BACKUP (LABEL 'icnk', CHECKPOINT 'fast', WAL true, MANIFEST 'no')`
    try {
      await streamMessages(client, command, async (message) => {
        const [kind, content] = [String.fromCharCode(message[0] ?? 0), message.subarray(1)]
        if (kind === 'n') archives.push(content.subarray(0, content.indexOf(0)).toString())
        else if (kind === 'd' && archives.length === 1 && !tar.write(content)) await once(tar, 'drain')
        return undefined
      })
      if (archives.length > 1) throw new SeveralTablespaces()
    } catch (error) {
      tar.destroy(error as Error)
      await written.catch(() => undefined)
      if (error instanceof SeveralTablespaces) return { ok: false, reason: 'several_tablespaces' }
      throw error
    }
    tar.end()
    await written
    await noteStatus(folder, { backedUpAt: now })
    return { ok: true, path }
  } finally {
    await client.end()
  }
}

class SeveralTablespaces extends Error {}
