import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { useDatabase } from '../../test/use-database'

useDatabase()

const folder = await mkdtemp(join(tmpdir(), 'check-'))
afterAll(() => rm(folder, { recursive: true }))

/** Runs the program as somebody at a terminal does; their settings replace those of these tests. */
function check(settings: Record<string, string | undefined>): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, ROLE: 'worker', DATA_DIR: folder, ...settings }
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/production-check.ts'], { env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    )
  })
}

it('says each danger of a real process in words, and fails', async () => {
  await writeFile(join(folder, 'status.json'), JSON.stringify({ backedUpAt: new Date(Date.now() - 2 * 86_400_000) }))
  const { code, out, err } = await check({ SITE_URL: 'http://petition.example.org', BACKUP_DIR: folder })
  expect(err).toBe('')
  expect(code).toBe(1)
  for (const sentence of [
    /^- SITE_URL is not https/m,
    /^- ADMIN_URL is not set/m,
    /^- MAIL_DRIVER=outbox: no mail leaves this machine/m,
    /^- PRIVACY_CONTACT is not set/m,
    /^- synchronous_commit is off/m,
    /^- fsync is off/m,
    /^- The account postgres may do everything/m,
    /^- Backups: the last backup is 2 days old/m,
    /^\d+ to mend\.$/m,
  ])
    expect(out).toMatch(sentence)
}, 60_000)

it('names settings that cannot be used in a sentence, without a stack trace', async () => {
  const { code, out, err } = await check({ SEAL_PUBLIC_KEY: 'short', SITE_URL: 'petition.example.org' })
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/SEAL_PUBLIC_KEY: must be 32 bytes/)
  expect(err).toMatch(/SITE_URL/)
  expect(err).not.toMatch(/\n\s+at /)
}, 60_000)

it('says that the database does not answer, and still everything else', async () => {
  const { code, out } = await check({
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
    SITE_URL: 'https://a.example',
  })
  expect(code).toBe(1)
  expect(out).toMatch(/^- The database does not answer\.$/m)
  expect(out).toMatch(/^- BACKUP_DIR is not set/m)
}, 60_000)
