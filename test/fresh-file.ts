import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, vi } from 'vitest'

// One process runs many test files. Each gets the product's own modules newly loaded, with what they remember; packages
// are loaded once. Loading all of it in a process per file took half of the processor time of all tests.
vi.resetModules()

// Not the folder of a site that was started here, whose checkpoints and audit log are other ones.
process.env.DATA_DIR = join(tmpdir(), `data-${randomUUID()}`)

const before = { ...process.env }
afterAll(async () => {
  vi.useRealTimers()
  // Of a file that has no database of the tests' server (use-database.ts): the pool outlives its module.
  if ('icnkPool' in globalThis) await (await import('@/lib/db')).closeDb()
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
})
