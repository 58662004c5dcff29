import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, expect, it } from 'vitest'
import { basePath } from './backup-folder'
import { writeSealed } from './sealed-file'
import { unpack } from './unpack'

const folder = await mkdtemp(join(tmpdir(), 'unpack-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const at = new Date('2026-11-22T10:00:00Z')
const identity = await generateX25519Identity()

/** A sealed copy of one file; more bytes stand after the end of its archive than a pipe holds. */
async function aCopy(name: string): Promise<string> {
  const data = join(folder, name, 'from')
  await mkdir(data, { recursive: true })
  await writeFile(join(data, 'PG_VERSION'), '18')
  const archive = execFileSync('tar', ['-c', '-C', data, '.'])
  const backups = join(folder, name, 'backups')
  const whole = Buffer.concat([archive, Buffer.alloc(4_000_000)])
  await mkdir(dirname(basePath(backups, at)), { recursive: true })
  await writeSealed(basePath(backups, at), Readable.from([whole]), await identityToRecipient(identity))
  return backups
}

const to = (name: string) => ({ data: join(folder, name, 'data'), log: join(folder, name, 'log') })

it('reads a copy to its last byte, though tar needs no more than its archive', async () => {
  const backups = await aCopy('whole')
  for (const again of ['first', 'second', 'third'])
    expect(await unpack(backups, identity, null, to(again))).toEqual({ ok: true, base: at })
  expect(await readFile(join(to('first').data, 'PG_VERSION'), 'utf8')).toBe('18')
})

it('refuses a copy that was cut off, also after the end of its archive', async () => {
  const backups = await aCopy('cut')
  const { length } = await readFile(basePath(backups, at))
  await truncate(basePath(backups, at), length - 100)
  await expect(unpack(backups, identity, null, to('cut-to'))).rejects.toThrow()
})
