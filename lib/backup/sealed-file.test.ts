import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, expect, it } from 'vitest'
import { openSealed, SEALED, writeSealed } from './sealed-file'

const folder = await mkdtemp(join(tmpdir(), 'sealed-'))
afterAll(() => rm(folder, { recursive: true }))

it('a file that is written twice at once is one of the two, whole', async () => {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const path = join(folder, `files${SEALED}`)
  const contents = ['a', 'b', 'c'].map((letter) => letter.repeat(100_000))
  await Promise.all(contents.map((content) => writeSealed(path, Readable.from([content]), recipient)))
  expect(contents).toContain(await text(await openSealed(path, identity)))
  expect(await readdir(folder)).toHaveLength(1)
})
