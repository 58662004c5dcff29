import type pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { databaseUrl } from '../../../test/test-cluster.mjs'
import { useDatabase } from '../../../test/use-database'
import { connect } from '../connect.mjs'
import { linesOfDatabase } from './lines-of-database'
import { linesOfSchema } from './lines-of-schema'
import { readDataModel } from './read-datamodel'

useDatabase()

let client: pg.Client
beforeAll(async () => {
  client = await connect(process.env.DATABASE_URL ?? databaseUrl(inject('serverUrl'), 'postgres'))
})
afterAll(() => client.end())

test('the migrations make the database that the schema describes', async () => {
  expect(await linesOfDatabase(client)).toEqual(linesOfSchema(await readDataModel()))
})

test.each([
  ['a missing column', 'ALTER TABLE petition DROP COLUMN goal', 'column petition.goal: integer not null'],
  ['another type', 'ALTER TABLE petition ALTER goal TYPE bigint', 'column petition.goal: bigint not null'],
  ['a column that may be empty', 'ALTER TABLE petition ALTER goal DROP NOT NULL', 'column petition.goal: integer'],
  ['a table of its own', 'CREATE TABLE stray (id int)', 'column stray.id: integer'],
  ['a further value', `ALTER TYPE display ADD VALUE 'loud'`, 'enum display: full, initials, hidden, loud'],
  ['a lost unique key', 'DROP INDEX petition_slug_key', 'unique petition (slug)'],
  [
    'a lost foreign key',
    'ALTER TABLE petition_text DROP CONSTRAINT petition_text_petition_id_fkey',
    'foreign key petition_text (petition_id) to petition (id) on delete Restrict',
  ],
])('%s shows', async (_, sql, line) => {
  const before = await linesOfDatabase(client)
  await client.query('BEGIN')
  await client.query(sql)
  const after = await linesOfDatabase(client)
  await client.query('ROLLBACK')
  expect([...before.filter((l) => !after.includes(l)), ...after.filter((l) => !before.includes(l))]).toContain(line)
})
