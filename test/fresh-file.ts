import { afterAll, vi } from 'vitest'

// One process runs many test files. Each gets the product's own modules newly loaded, with what they remember; packages
// are loaded once. Loading all of it in a process per file took half of the processor time of all tests.
vi.resetModules()

const before = { ...process.env }
afterAll(async () => {
  vi.useRealTimers()
  // Of a file that has no database of the tests' server (use-database.ts): the pool outlives its module.
  if ('icnkPool' in globalThis) await (await import('@/lib/db')).closeDb()
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
})
