import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { useAccounts } from '../../test/use-accounts'
import { useDatabase } from '../../test/use-database'
import { applyRoles, renewRoles } from './apply-roles.mjs'
import { connect } from './connect.mjs'

useDatabase()

const password = useAccounts()
const open: pg.Client[] = []
let owner: pg.Client

beforeAll(async () => {
  owner = await connect(process.env.DATABASE_URL ?? '')
  open.push(owner)
})
afterAll(async () => void (await Promise.all(open.map((client) => client.end()))))

async function as(role: string): Promise<pg.Client> {
  const url = new URL(process.env.DATABASE_URL ?? '')
  Object.assign(url, { username: `petition_${role}`, password })
  const client = await connect(url.href)
  open.push(client)
  return client
}

/** Also of what rows there are none: PostgreSQL checks what a statement may do before it looks. */
async function refused(client: pg.Client, statements: string[]): Promise<string[]> {
  const allowed: string[] = []
  for (const statement of statements) {
    const code = await client.query(statement).then(
      () => 'done',
      (error: pg.DatabaseError) => error.code,
    )
    if (code !== '42501') allowed.push(`${statement}: ${code}`)
  }
  return allowed
}

test('the public process reads nothing sealed of a signature, nothing of the staff, and deletes nothing published', async () => {
  const statements = [
    'SELECT sealed FROM signature',
    'SELECT * FROM signature',
    'SELECT appeal FROM signature',
    'SELECT network_group FROM signature',
    'UPDATE signature SET locale = encode(sealed, $$hex$$)',
    'SELECT name_index FROM signature_name',
    'SELECT sealed FROM mail',
    'SELECT sealed FROM application',
    'SELECT sealed FROM co_signature',
    'UPDATE co_signature SET organisation = encode(sealed, $$hex$$)',
    'SELECT sealed FROM member_contact',
    'SELECT address_index FROM member_contact',
    ...[
      'staff',
      'staff_session',
      'staff_link',
      'audit_entry',
      'data_export',
      'export_recipient',
      'facet_total',
      'delivery_names',
      'paper_scan',
      'approval',
      'mailing',
    ].map((table) => `SELECT * FROM ${table}`),
    ...['petition', 'petition_total', 'ledger_leaf', 'ledger_checkpoint', 'audit_head', 'statement', 'member'].map(
      (table) => `DELETE FROM ${table}`,
    ),
    'UPDATE petition_total SET net = 0',
    'INSERT INTO ledger_leaf SELECT * FROM ledger_leaf',
    'INSERT INTO published_signer SELECT * FROM published_signer',
    'TRUNCATE signature',
    'DROP TABLE signature',
    'CREATE TABLE mine (a int)',
    'SELECT * FROM _prisma_migrations',
    'SET ROLE petition_worker',
  ]
  const client = await as('web')
  expect(await refused(client, statements)).toEqual([])
  expect((await client.query('SELECT email_index, state FROM signature')).rows).toEqual([])
})

test('neither staff nor worker rewrite the audit log; staff add nothing to the ledger; nobody makes tables', async () => {
  const everywhere = ['DELETE FROM audit_entry', 'UPDATE audit_entry SET verb = $$x$$', 'CREATE TABLE mine (a int)']
  const ledger = ['UPDATE petition_total SET net = 0', 'DELETE FROM ledger_leaf', 'UPDATE ledger_tile SET level = 0']
  expect(await refused(await as('admin'), [...everywhere, ...ledger])).toEqual([])
  const migrations = 'SELECT migration_name, finished_at, rolled_back_at FROM _prisma_migrations'
  await (await as('admin')).query(migrations)
  const worker = await as('worker')
  expect(await refused(worker, [...everywhere, migrations])).toEqual([])
  await worker.query('DELETE FROM signature')
})

test.each([
  ['web', '10s', '5s'],
  ['admin', '10min', '10s'],
  ['worker', '30min', '1min'],
])('statements of %s end after %s, and wait for locks for %s', async (role, statement, lock) => {
  const client = await as(role)
  expect((await client.query('SHOW statement_timeout')).rows).toEqual([{ statement_timeout: statement }])
  expect((await client.query('SHOW lock_timeout')).rows).toEqual([{ lock_timeout: lock }])
})

test('nobody makes tables where everybody could, as in a database from before PostgreSQL 15', async () => {
  await owner.query('GRANT CREATE ON SCHEMA public TO PUBLIC')
  await applyRoles(owner, {})
  expect(await refused(await as('worker'), ['CREATE TABLE mine (a int)'])).toEqual([])
})

test('a migration carries the accounts over to new tables, and makes none', async () => {
  await owner.query('CREATE TABLE later (a int)')
  await renewRoles(owner)
  await (await as('worker')).query('SELECT * FROM later')
  expect(await refused(await as('web'), ['SELECT * FROM later'])).toEqual([])
  await owner.query('DROP TABLE later')
})

test('the accounts of a later release keep its rights, and take a new password', async () => {
  await owner.query(`CREATE TABLE later (a int); GRANT SELECT ON later TO petition_web;
    INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('later', '', '9999_later', now())`)
  try {
    expect(await applyRoles(owner, { web: password })).toBe(false)
    await (await as('web')).query('SELECT * FROM later')
  } finally {
    await owner.query(`DROP TABLE later; DELETE FROM _prisma_migrations WHERE id = 'later'`)
  }
  expect(await applyRoles(owner, {})).toBe(true)
})

test('an account without a password is not made: a sentence says which', async () => {
  const url = new URL(inject('serverUrl'))
  const client = await connect(url.href)
  open.push(client)
  const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', ['petition_web'])
  expect(known.rowCount).toBe(1)
  const pretend = { query: (text: string, ...rest: unknown[]) => fake(client, text, rest) }
  await expect(applyRoles(pretend as unknown as pg.Client, {})).rejects.toThrow(/WEB_DATABASE_PASSWORD/)
})

/** As on a server without the accounts. */
function fake(client: pg.Client, text: string, rest: unknown[]) {
  return text.includes('pg_roles') ? { rowCount: 0 } : client.query(text, rest[0] as unknown[])
}

test('every table was thought about: it is named for the public process, or here', async () => {
  const sql = readFileSync('prisma/roles.sql', 'utf8')
  const { rows } = await owner.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  )
  const named = sql.slice(0, sql.indexOf('-- The process of the staff'))
  const missing = rows.map(({ name }) => name).filter((name) => !new RegExp(`\\b${name}\\b`).test(named))
  expect(missing.sort()).toEqual(notForTheWeb)
})

const notForTheWeb = [
  '_prisma_migrations',
  'approval',
  'audit_entry',
  'bulk_action',
  'bulk_item',
  'data_export',
  'delivery_names',
  'delivery_progress',
  'draft_conflict',
  'export_recipient',
  'facet_total',
  'incident',
  'kept_form',
  'lost_signature',
  'mail_domain',
  'member_publication',
  'paper_count',
  'paper_entry',
  'paper_scan',
  'paper_sheet',
  'petition_draft',
  'recent_change',
  'review_claim',
  'saved_form',
  'saved_view',
  'setting',
  'share_plate',
  'signature_domain',
  'solo_quota',
  'staff',
  'staff_browser',
  'staff_link',
  'staff_notice',
  'staff_passkey',
  'staff_recovery_code',
  'staff_session',
  'staff_sponsor',
  'system_report',
  'webhook',
  'webhook_delivery',
  'webhook_event',
]
