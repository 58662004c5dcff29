import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { root } from '../scripts/setup/root.mjs'

let parent = ''
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'guarded-'))
})
afterAll(() => rm(parent, { recursive: true, force: true }))

/** Starts like a bench, then makes a temporary folder and starts a program that keeps the output open, like tests. */
const run = `
  const { startGuardedCluster } = await import(${JSON.stringify(join(root, 'test/guarded-cluster.mjs'))})
  const { openRunFolder } = await import(${JSON.stringify(join(root, 'test/run-folder.mjs'))})
  const { mkdtempSync } = await import('node:fs')
  const { spawn } = await import('node:child_process')
  const { tmpdir } = await import('node:os')
  const [parent] = process.argv.slice(1)
  await openRunFolder(parent)
  await startGuardedCluster({ dir: parent + '/postgres', password: 'test', durable: false })
  mkdtempSync(tmpdir() + '/ledger-')
  const endless = ['--eval', 'setInterval(() => {}, 1000)']
  if (process.platform === 'linux') spawn(process.execPath, endless, { detached: true, stdio: 'inherit' })
  console.log('ready')
  setInterval(() => {}, 1000)`

test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  'a run that ends by %s leaves no process and no temporary folder',
  { timeout: 120_000 },
  async (signal) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', run, parent])
    await once(child.stdout, 'data')
    const pid = join(parent, 'postgres', 'data', 'postmaster.pid')
    expect(existsSync(pid)).toBe(true)
    expect(await readdir(parent)).toHaveLength(2)
    child.kill(signal)
    await once(child, 'close')
    await vi.waitFor(async () => expect(await readdir(parent)).toEqual(['postgres']), {
      timeout: 60_000,
      interval: 100,
    })
    expect(existsSync(pid)).toBe(false)
  },
)
