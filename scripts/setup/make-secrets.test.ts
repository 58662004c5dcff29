import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeSecrets } from './make-secrets.mjs'

const folder = await mkdtemp(join(tmpdir(), 'secrets-'))
afterAll(() => rm(folder, { recursive: true }))

async function all(): Promise<Record<string, string>> {
  const names = await readdir(folder)
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  )
}

test('every secret that compose.yaml names is made once, readable by one account, and never replaced', async () => {
  await makeSecrets(folder, { RESEND_API_KEY: 're_one' })
  const first = await all()
  const named = [...(await readFile('compose.yaml', 'utf8')).matchAll(/file: \.\/secrets\/(\w+)/g)].map(
    ([, name]) => name,
  )
  expect(new Set(Object.keys(first))).toEqual(new Set(named))
  for (const name of Object.keys(first)) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o400)
  expect(await makeSecrets(folder, { RESEND_API_KEY: 're_one' })).toEqual([])
  expect(await makeSecrets(folder, { RESEND_API_KEY: 're_two' })).toEqual(['resend_api_key'])
  expect(await all()).toEqual({ ...first, resend_api_key: 're_two' })
})

test('interrupted half-way, the next run makes the other halves fit', async () => {
  const before = await all()
  for (const name of ['seal_public_key', 'database_url_web', 'ledger_key']) await rm(join(folder, name))
  expect((await makeSecrets(folder, {})).sort()).toEqual([
    'database_url_web',
    'ledger_key',
    'resend_api_key',
    'seal_public_key',
  ])
  const after = await all()
  expect(after.seal_public_key).toBe(before.seal_public_key)
  expect(after.database_url_web).toBe(before.database_url_web)
})
