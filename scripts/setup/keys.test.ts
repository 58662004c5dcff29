import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keysOf, makeKeys } from './keys.mjs'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'))
  path = join(folder, 'data', 'keys.env')
})
afterEach(() => rm(folder, { recursive: true }))

test('keys are generated once, readable by their owner only', async () => {
  const keys = await keysOf(join(folder, 'data'))
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await stat(join(folder, 'data'))).mode & 0o777).toBe(0o700)
  expect(await keysOf(join(folder, 'data'))).toEqual(keys)
})

test('the sealing keys are a pair as libsodium makes them', async () => {
  await sodium.ready
  const { SEAL_PUBLIC_KEY = '', SEAL_PRIVATE_KEY = '' } = makeKeys()
  const [open, secret] = [SEAL_PUBLIC_KEY, SEAL_PRIVATE_KEY].map((key) => Buffer.from(key, 'base64url'))
  expect(Buffer.from(sodium.crypto_scalarmult_base(secret ?? Buffer.alloc(32)))).toEqual(open)
})

test('a key that a newer version needs is added; none is replaced', async () => {
  const before = await keysOf(join(folder, 'data'))
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.replace(/^BLIND_INDEX_KEY=.*\n/m, ''))
  const after = await keysOf(join(folder, 'data'))
  expect(after).toEqual({ ...before, BLIND_INDEX_KEY: after.BLIND_INDEX_KEY })
  expect(after.BLIND_INDEX_KEY).toMatch(/^[\w-]{43}$/)
  expect(after.BLIND_INDEX_KEY).not.toBe(before.BLIND_INDEX_KEY)
})

test('half a pair is not completed: data sealed to the missing half would be lost', async () => {
  await keysOf(join(folder, 'data'))
  const text = (await readFile(path, 'utf8')).replace(/^SEAL_PRIVATE_KEY=.*\n/m, '')
  await writeFile(path, text)
  await expect(keysOf(join(folder, 'data'))).rejects.toThrow(/only one half/)
  expect(await readFile(path, 'utf8')).toBe(text)
})
