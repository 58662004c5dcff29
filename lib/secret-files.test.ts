import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readSecretFiles } from './secret-files.mjs'

const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

it('reads a secret from its file, without the line end that editors add', () => {
  const env: Record<string, string | undefined> = { SEAL_PRIVATE_KEY_FILE: file('seal', 'abc\n') }
  expect(readSecretFiles(env)).toEqual([])
  expect(env).toEqual({ SEAL_PRIVATE_KEY: 'abc' })
})

it('takes an empty file for a secret that is not set', () => {
  const env: Record<string, string | undefined> = { SMTP_URL_FILE: file('empty', '\n') }
  expect(readSecretFiles(env)).toEqual([])
  expect(env).toEqual({})
})

it('says what is wrong, and shows no secret', () => {
  const both = { LEDGER_KEY: 'one', LEDGER_KEY_FILE: file('ledger', 'two') }
  const troubles = readSecretFiles({ ...both, NEXTAUTH_SECRET_FILE: '/nowhere/at/all' })
  expect(troubles).toEqual([
    'LEDGER_KEY: is set, and LEDGER_KEY_FILE too: leave one of them out',
    'NEXTAUTH_SECRET_FILE: /nowhere/at/all cannot be read (ENOENT)',
  ])
})

it('leaves everything else as it is', () => {
  const env = { SITE_URL_FILE: '/nowhere', PATH: '/bin' }
  expect(readSecretFiles(env)).toEqual([])
  expect(env).toEqual({ SITE_URL_FILE: '/nowhere', PATH: '/bin' })
})
