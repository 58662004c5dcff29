import { expect, inject, test } from 'vitest'
import { databaseUrl } from '../../test/test-cluster.mjs'
import { freePort } from '../setup/free-port.mjs'
import { connect, tooOld } from './connect.mjs'

test('connects to a server that runs', async () => {
  const client = await connect(inject('serverUrl'))
  await client.end()
})

test.each([
  [
    'nothing listens',
    async () => `postgresql://me:secret@127.0.0.1:${await freePort()}/x`,
    /No database answers at 127/,
  ],
  ['no such host', async () => 'postgresql://me:secret@nowhere.invalid/x', /No database answers at nowhere.invalid/],
  ['no such database', async () => databaseUrl(inject('serverUrl'), 'secret_x'), /has no such database/],
  ['a wrong password', async () => inject('serverUrl').replace(/:[^:@]*@/, ':secret@'), /user name or password/],
  ['another database', async () => 'mysql://me:secret@localhost/x', /not the address of a PostgreSQL/],
])('%s: one sentence, without the password', async (_, url, sentence) => {
  const error = await connect(await url()).then(
    () => new Error('connected'),
    (error: Error) => error,
  )
  expect(error.message).toMatch(sentence)
  expect(error.message).not.toContain(':secret')
})

test('a server older than 14 is refused', () => {
  expect(tooOld(130_018)).toBe('The database is PostgreSQL 13; it must be 14 or newer.')
  expect(tooOld(140_000)).toBeNull()
})
