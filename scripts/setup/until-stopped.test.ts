import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './root.mjs'

/** Waits to be told that its starter has ended, and says so on the pipe that it has from the test. */
const waits = `
  const { whenStarterEnds } = await import(${JSON.stringify(join(root, 'scripts/setup/until-stopped.mjs'))})
  whenStarterEnds(() => { console.log('alone'); process.exit() })
  console.log('ready')
  setInterval(() => {}, 1000)`

const starts = `
  const { spawn } = await import('node:child_process')
  spawn(process.execPath, ['--input-type=module', '--eval', process.argv[1]], { stdio: 'inherit', detached: true })
  setInterval(() => {}, 1000)`

test('a program learns that what started it was killed', { timeout: 60_000 }, async () => {
  const starter = spawn(process.execPath, ['--input-type=module', '--eval', starts, waits])
  let said = ''
  starter.stdout.on('data', (chunk) => {
    said += chunk
  })
  await expect.poll(() => said, { timeout: 20_000 }).toBe('ready\n')
  starter.kill('SIGKILL')
  await once(starter, 'close')
  expect(said).toBe('ready\nalone\n')
})
