import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { noteStatus, readStatus } from '@/lib/backup/backup-folder'
import { restoreBackup } from './backup/restore-backup'
import { sayRestored } from './backup/say-restored'

// npm run drill:restore: restores the real backup into a folder of its own, checks it, says how long that took and how
// much would be lost, and deletes it. The site is not touched.
const { values } = parseArgs({ options: { identity: { type: 'string' }, mirrors: { type: 'string' } } })
const path = (given: string) => resolve(process.env.CALLED_FROM ?? process.cwd(), given)
const folder = process.env.BACKUP_DIR
if (!folder || !values.identity) {
  console.error('Usage: BACKUP_DIR=folder npm run drill:restore -- --identity file [--mirrors folder]')
  process.exitCode = 2
} else {
  process.exitCode = await drill(path(folder), path(values.identity), values.mirrors ? path(values.mirrors) : null)
}

async function drill(folder: string, identity: string, mirrors: string | null): Promise<number> {
  const began = Date.now()
  const { archivedAt, backedUpAt } = await readStatus(folder)
  const newest = Math.max(archivedAt?.getTime() ?? 0, backedUpAt?.getTime() ?? 0)
  const fresh = await mkdtemp(join(tmpdir(), 'drill-'))
  try {
    const result = await restoreBackup({
      folder,
      identity,
      until: null,
      to: join(fresh, 'postgres'),
      mirrors,
      dataDir: join(fresh, 'data'),
      say: (line) => console.log(`drill: ${line}`),
    })
    for (const line of sayRestored(result)) console.log(line)
    if (!result.ok || result.settled.faults.length > 0) return 1
    const seconds = (ms: number) => (ms / 1000).toFixed(1)
    console.log(
      `RPO ${seconds(began - newest)} s: what was committed before ${new Date(newest).toISOString()} is there.`,
    )
    console.log(`RTO ${seconds(Date.now() - began)} s: from an empty folder to a checked database.`)
    await noteStatus(folder, { drilledAt: new Date() })
    return 0
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}
