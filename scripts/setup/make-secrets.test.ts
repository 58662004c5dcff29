import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeSecrets, purgeKeys, setKeysAside } from './make-secrets.mjs'

const folder = await mkdtemp(join(tmpdir(), 'secrets-'))
afterAll(() => rm(folder, { recursive: true }))

async function all(): Promise<Record<string, string>> {
  const names = await readdir(folder)
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  )
}

test('every secret that compose.yaml names is made once, readable by one account, and never replaced', async () => {
  // Docker makes a missing folder of -v like this.
  await chmod(folder, 0o755)
  await makeSecrets(folder, { RESEND_API_KEY: 're_one' })
  const first = await all()
  const named = [...(await readFile('compose.yaml', 'utf8')).matchAll(/file: \.\/secrets\/(\w+)/g)].map(
    ([, name]) => name,
  )
  expect(new Set(Object.keys(first))).toEqual(new Set(named))
  for (const name of Object.keys(first)) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o400)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  expect(await makeSecrets(folder, { RESEND_API_KEY: 're_one' })).toEqual([])
  expect(await makeSecrets(folder, { RESEND_API_KEY: 're_two' })).toEqual(['resend_api_key'])
  expect(await all()).toEqual({ ...first, resend_api_key: 're_two' })
})

test('interrupted half-way, the next run makes the other halves fit', async () => {
  const before = await all()
  for (const name of ['seal_public_key', 'database_url_web', 'ledger_key']) await rm(join(folder, name))
  expect((await makeSecrets(folder, {})).sort()).toEqual(['database_url_web', 'ledger_key', 'seal_public_key'])
  const after = await all()
  expect(after.seal_public_key).toBe(before.seal_public_key)
  expect(after.resend_api_key).toBe('re_two')
  expect(after.database_url_web).toBe(before.database_url_web)
})

const rotated = ['seal_private_key', 'blind_index_key', 'nextauth_secret']

test('a rotation makes new keys beside those before them, also when it is interrupted, and never loses one', async () => {
  const before = await all()
  const beside = async () => {
    const now = await all()
    return Object.fromEntries(rotated.map((name) => [name, now[`${name}_before`]]))
  }
  const old = Object.fromEntries(rotated.map((name) => [name, before[name]]))
  expect(await beside()).toEqual(Object.fromEntries(rotated.map((name) => [name, ''])))

  await setKeysAside(folder)
  await makeSecrets(folder, {})
  // Interrupted: of the new ones two were not made.
  const half = await all()
  for (const name of rotated.slice(1)) await rm(join(folder, name))
  await setKeysAside(folder)
  await makeSecrets(folder, {})
  expect(await beside()).toEqual(old)
  const after = await all()
  expect(after.seal_private_key).toBe(half.seal_private_key)
  expect(after.seal_public_key).not.toBe(before.seal_public_key)
  for (const name of rotated) expect(after[name]).not.toBe(before[name])
  expect(after.ledger_key).toBe(before.ledger_key)

  await expect(setKeysAside(folder)).rejects.toThrow('--forget')
  expect(await all()).toEqual(after)
  await expect(purgeKeys(folder)).rejects.toThrow('less than 60 days ago')
  expect(await all()).toEqual(after)
  await purgeKeys(folder, Date.now() + 61 * 86_400_000)
  await makeSecrets(folder, {})
  expect(await beside()).toEqual(Object.fromEntries(rotated.map((name) => [name, ''])))
  expect((await all()).seal_private_key).toBe(after.seal_private_key)
})

test('the database is where it was named first, or by hand, as long as the password is the right one', async () => {
  const own = await mkdtemp(join(tmpdir(), 'secrets-'))
  const url = (role: string) => readFile(join(own, `database_url_${role}`), 'utf8')
  try {
    await writeFile(join(own, 'postgres_password'), 'a/b c')
    await makeSecrets(own, {}, '127.0.0.1:5000')
    expect(await url('owner')).toBe('postgresql://postgres:a%2Fb%20c@127.0.0.1:5000/petition')
    expect(await url('worker')).toMatch(/@127\.0\.0\.1:5000\/petition$/)
    expect(await makeSecrets(own, {}, 'localhost')).toEqual([])
    const byHand = `${(await url('web')).replace('127.0.0.1:5000', 'db.example:6000')}?sslmode=verify-full`
    await rm(join(own, 'database_url_web'))
    await writeFile(join(own, 'database_url_web'), byHand)
    expect(await makeSecrets(own, {}, '127.0.0.1:5000')).toEqual([])
    expect(await url('web')).toBe(byHand)
    await rm(join(own, 'web_database_password'))
    expect((await makeSecrets(own, {}, 'localhost')).sort()).toEqual(['database_url_web', 'web_database_password'])
    expect(await url('web')).toContain(await readFile(join(own, 'web_database_password'), 'utf8'))
  } finally {
    await rm(own, { recursive: true })
  }
})

test('for the units of systemd: root’s, with the database on the host that is named, and a mail server’s address', async () => {
  const own = await mkdtemp(join(tmpdir(), 'secrets-'))
  try {
    await makeSecrets(own, { SMTP_URL: 'smtps://a:b@mail.example.org' }, 'localhost')
    expect(await readFile(join(own, 'database_url_web'), 'utf8')).toMatch(/@localhost:5432\/petition$/)
    expect(await readFile(join(own, 'smtp_url'), 'utf8')).toBe('smtps://a:b@mail.example.org')
    for (const name of await readdir(own)) expect((await stat(join(own, name))).uid).toBe(process.getuid?.())
    const handed = await Promise.all(
      (await readdir('deploy/systemd'))
        .filter((name) => name.endsWith('.service'))
        .map((name) => readFile(`deploy/systemd/${name}`, 'utf8')),
    )
    for (const [, name] of handed.join().matchAll(/\/etc\/petition\/secrets\/(\w+)/g))
      expect(await readdir(own)).toContain(name)
  } finally {
    await rm(own, { recursive: true })
  }
})
