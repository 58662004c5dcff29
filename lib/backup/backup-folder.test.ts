import { chown, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { noteStatus, readStatus } from './backup-folder'

const folder = await mkdtemp(join(tmpdir(), 'backups-'))
afterAll(() => rm(folder, { recursive: true }))

it('what one program notes, another one keeps', async () => {
  const [backedUpAt, drilledAt] = [new Date('2026-11-30T01:00:00Z'), new Date('2026-11-30T02:00:00Z')]
  await noteStatus(folder, { backedUpAt })
  await noteStatus(folder, { drilledAt })
  expect(await readStatus(folder)).toEqual({ backedUpAt, drilledAt })
})

it('what one program notes at once is kept, too', async () => {
  const times = { backedUpAt: new Date('2026-12-01T01:00:00Z'), archivedAt: new Date('2026-12-01T02:00:00Z') }
  const { backedUpAt, archivedAt } = times
  await Promise.all([noteStatus(folder, { backedUpAt }), noteStatus(folder, { archivedAt })])
  expect(await readStatus(folder)).toMatchObject(times)
})

it.runIf(process.getuid?.() === 0)(
  'a drill that root runs leaves the notes to the account of the backups',
  async () => {
    await chown(folder, 1000, 1000)
    await noteStatus(folder, { drilledAt: new Date() })
    expect(await stat(join(folder, 'status.json'))).toMatchObject({ uid: 1000, gid: 1000 })
  },
)
