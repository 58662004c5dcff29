import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isInstalled } from './install-if-stale.mjs'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'installed-'))
  await mkdir(join(folder, 'node_modules'))
})
afterAll(() => rm(folder, { recursive: true }))

const here = { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] }
const elsewhere = { ...here, os: ['none'] }
const root = { version: '0.1.0' }

it.each([
  ['all of it', { a: { version: '1.0.0' } }, { a: { version: '1.0.0' } }, true],
  ['more', {}, { a: { version: '1.0.0' } }, true],
  ['another version', { a: { version: '1.0.0' } }, { a: { version: '1.0.1' } }, false],
  ['not all', { a: { version: '1.0.0' } }, {}, false],
  ['without what is for other platforms', { a: elsewhere }, {}, true],
  ['on another platform, and copied here', { a: here }, { b: elsewhere }, false],
])('what npm installed was %s', async (_, wanted, installed, is) => {
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': root, ...wanted } }))
  await writeFile(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }))
  expect(await isInstalled(folder)).toBe(is)
})

it('nothing was installed', async () => {
  await rm(join(folder, 'node_modules'), { recursive: true })
  expect(await isInstalled(folder)).toBe(false)
})
