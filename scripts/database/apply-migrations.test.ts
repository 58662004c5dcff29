import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { databaseUrl } from '../../test/test-cluster.mjs'
import { explain } from '../setup/setup-error.mjs'
import { applyMigrations, isLater } from './apply-migrations.mjs'
import { connect } from './connect.mjs'
import { settleFailed } from './settle-failed.mjs'

const name = `test_${randomBytes(8).toString('hex')}`
let server: pg.Client
let client: pg.Client
let other: pg.Client
let folder: string

beforeEach(async () => {
  server = await connect(inject('serverUrl'))
  await server.query(`CREATE DATABASE ${name}`)
  const url = databaseUrl(inject('serverUrl'), name)
  client = await connect(url)
  other = await connect(url)
  folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  await writeFile(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  await migration('1_first', `CREATE TABLE first (a text DEFAULT 'semi;colon'); INSERT INTO first DEFAULT VALUES;`)
  await migration('2_second', 'CREATE TABLE second ();')
})

afterEach(async () => {
  await client.end()
  await other.end()
  await server.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await server.end()
  await rm(folder, { recursive: true })
})

test('applies each file once, in order, and records them as Prisma does', async () => {
  expect(await applyMigrations(client, folder)).toEqual(['1_first', '2_second'])
  expect(await applyMigrations(client, folder)).toEqual([])
  const { rows } = await client.query('SELECT * FROM _prisma_migrations ORDER BY migration_name')
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({ migration_name: '1_first', applied_steps_count: 1, logs: null, rolled_back_at: null })
  expect(rows[1].checksum).toBe('854b968ff64b4d419fd0185fae64a61c302419b75bf12b6f5cdc57144f875cb1')
})

test('two runs at once apply each file once', async () => {
  const [one, two] = await Promise.all([applyMigrations(client, folder), applyMigrations(other, folder)])
  expect([...one, ...two]).toEqual(['1_first', '2_second'])
})

test('a migration that fails is rolled back and recorded, and stops those after it', async () => {
  await migration('2_second', 'CREATE TABLE half (); INSERT INTO nowhere VALUES (1);')
  await expect(applyMigrations(client, folder)).rejects.toThrow(/Migration name: 2_second\nDatabase error code: 42P01/)
  const { rows } = await client.query(
    `SELECT to_regclass('half') AS half, finished_at, logs FROM _prisma_migrations WHERE migration_name = '2_second'`,
  )
  expect(rows).toEqual([{ half: null, finished_at: null, logs: expect.stringContaining('nowhere') }])
  await migration('2_second', 'CREATE TABLE second ();')
  await expect(applyMigrations(client, folder)).rejects.toThrow(/2_second failed earlier[\s\S]*--rolled-back 2_second/)
  await settleFailed(client, '2_second')
  expect(await applyMigrations(client, folder)).toEqual(['2_second'])
})

test('refuses a migration that was edited after it was applied', async () => {
  await applyMigrations(client, folder)
  await migration('1_first', 'CREATE TABLE first (b text);')
  await expect(applyMigrations(client, folder)).rejects.toThrow(/1_first was changed after it was applied/)
})

test('refuses a database of another version in one sentence, and does not change it', async () => {
  await applyMigrations(client, folder)
  await rm(join(folder, '2_second'), { recursive: true })
  await migration('3_third', 'CREATE TABLE third ();')
  const refused = await applyMigrations(client, folder).catch((error: unknown) => error)
  expect(explain(refused)).toBe(
    'This database was made by another version (migration 2_second). Start that version or a later one; for a trial database, stop the site and delete .data.',
  )
  expect((await client.query(`SELECT to_regclass('third') AS third`)).rows).toEqual([{ third: null }])
})

test('knows a database of a later release, also where that release’s own migration failed', async () => {
  expect(await isLater(client, folder)).toBe(false)
  await applyMigrations(client, folder)
  expect(await isLater(client, folder)).toBe(false)
  await migration('3_third', 'INSERT INTO nowhere VALUES (1);')
  await expect(applyMigrations(client, folder)).rejects.toThrow('3_third')
  expect(await isLater(client, folder)).toBe(false)
  await rm(join(folder, '3_third'), { recursive: true })
  expect(await isLater(client, folder)).toBe(true)
  await settleFailed(client, '3_third')
  expect(await isLater(client, folder)).toBe(false)
  await rm(join(folder, '2_second'), { recursive: true })
  expect(await isLater(client, folder)).toBe(true)
  await migration('4_other', 'CREATE TABLE other ();')
  expect(await isLater(client, folder)).toBe(false)
})

test('refuses a database that holds the tables of something else', async () => {
  await client.query('CREATE TABLE wordpress ()')
  await expect(applyMigrations(client, folder)).rejects.toThrow(/tables of something else/)
})

test('a table in use is waited for without keeping others from it', async () => {
  await applyMigrations(client, folder)
  await migration('3_third', 'ALTER TABLE first ADD COLUMN b text;')
  await other.query('BEGIN; SELECT * FROM first')
  const applied = applyMigrations(client, folder)
  const waits = `SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND relation = 'first'::regclass`
  const third = await connect(databaseUrl(inject('serverUrl'), name))
  await expect.poll(async () => (await third.query(waits)).rows[0].n, { timeout: 10_000 }).toBe(1)
  // Without an end of its waiting, this would stand behind it for ever: the reader leaves only afterwards.
  await third.query(`INSERT INTO first VALUES ('signed meanwhile')`)
  await third.end()
  await other.query('COMMIT')
  expect(await applied).toEqual(['3_third'])
  expect((await client.query('SELECT count(*)::int AS n FROM first WHERE b IS NULL')).rows).toEqual([{ n: 2 }])
})

test('an index that could not be made leaves nothing behind, and can be made again', async () => {
  await applyMigrations(client, folder)
  await client.query('INSERT INTO first DEFAULT VALUES')
  await migration('3_third', '-- Each once.\nCREATE UNIQUE INDEX CONCURRENTLY third ON first (a);')
  await expect(applyMigrations(client, folder)).rejects.toThrow(/error code: 23505/)
  expect((await client.query(`SELECT to_regclass('third') AS index`)).rows).toEqual([{ index: null }])
  await client.query('DELETE FROM first')
  await settleFailed(client, '3_third')
  expect(await applyMigrations(client, folder)).toEqual(['3_third'])
})

async function migration(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'migration.sql'), sql)
}
