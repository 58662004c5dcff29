import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../scripts/setup/root.mjs'
import { openRunFolder } from './run-folder.mjs'

test('the next run removes temporary files of a killed run, and keeps those of one still running', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'runs-'))
  const script = `
    const { openRunFolder } = await import(${JSON.stringify(join(root, 'test/run-folder.mjs'))})
    const { mkdtempSync } = await import('node:fs')
    const { tmpdir } = await import('node:os')
    await openRunFolder(process.argv[1])
    console.log(mkdtempSync(tmpdir() + '/ledger-'))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, parent])
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const ledger = String(said).trim()
  expect(ledger).toBe(join(parent, `tmp_${child.pid}`, ledger.slice(ledger.lastIndexOf('/') + 1)))

  const first = await openRunFolder(parent)
  expect(existsSync(ledger)).toBe(true)
  expect(tmpdir()).toBe(first.folder)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await mkdir(join(parent, 'postgres'))
  const second = await openRunFolder(parent)
  await second.remove()
  await first.remove()
  expect(await readdir(parent)).toEqual(['postgres'])
})
