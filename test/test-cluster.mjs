import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { applyMigrations, readMigrations } from '../scripts/database/apply-migrations.mjs'
import { connect } from '../scripts/database/connect.mjs'
import { root } from '../scripts/setup/root.mjs'
import { startGuardedCluster } from './guarded-cluster.mjs'
import { removeLeft } from './run-folder.mjs'

const migrations = join(root, 'prisma', 'migrations')

/**
 * Starts the tests' PostgreSQL, separate from the site's and faster without durability, in `.data/test`; or uses the
 * one in TEST_DATABASE_URL. It holds a migrated template database, from which each test file gets its own in some 50
 * ms.
 * @returns {Promise<{ serverUrl: string, template: string, stop: () => Promise<void> }>}
 */
export async function startTestCluster() {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { serverUrl: given, template: await makeTemplate(given), stop: async () => {} }
  const dir = join(root, '.data', 'test', 'postgres')
  const { url, reused, stop } = await startGuardedCluster({ dir, password: 'test', durable: false })
  const serverUrl = url('postgres')
  if (!reused) await sweep(serverUrl)
  const template = await makeTemplate(serverUrl)
  const presence = await connect(serverUrl)
  return { serverUrl, template, stop: () => leave(presence, stop) }
}

/**
 * The last of several test runs stops the server.
 * @param {import('pg').Client} presence
 * @param {() => Promise<void>} stop
 */
async function leave(presence, stop) {
  // The processes of a killed run take a moment to end.
  let others = 1
  for (let tries = 0; others > 0 && tries < 10; tries++) {
    if (tries > 0) await sleep(200)
    const { rows } = await presence.query(
      `SELECT count(*)::int AS others FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    )
    others = rows[0].others
  }
  await presence.end()
  if (others === 0) await stop()
}

/**
 * Removes databases and folders that killed runs left. Only while nobody can be using one.
 * @param {string} serverUrl
 */
async function sweep(serverUrl) {
  await removeLeft(join(root, '.data', 'test'))
  const client = await connect(serverUrl)
  try {
    const { rows } = await client.query(`SELECT datname FROM pg_database WHERE datname ~ '^(test|site)_'`)
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname}`)
  } finally {
    await client.end()
  }
}

/** @param {string} serverUrl */
async function makeTemplate(serverUrl) {
  const checksums = (await readMigrations(migrations)).map(({ checksum }) => checksum)
  const template = `template_${createHash('sha256').update(checksums.join()).digest('hex').slice(0, 16)}`
  const client = await connect(serverUrl)
  try {
    // Two test runs may start at once.
    await client.query('SELECT pg_advisory_lock(4711)')
    const { rows } = await client.query('SELECT datistemplate FROM pg_database WHERE datname = $1', [template])
    if (!rows[0]?.datistemplate) await fill(client, serverUrl, template)
  } finally {
    await client.end()
  }
  return template
}

/**
 * @param {import('pg').Client} client
 * @param {string} serverUrl
 * @param {string} template
 */
async function fill(client, serverUrl, template) {
  await client.query(`DROP DATABASE IF EXISTS ${template}`)
  await client.query(`CREATE DATABASE ${template}`)
  const inside = await connect(databaseUrl(serverUrl, template))
  try {
    await applyMigrations(inside, migrations)
  } finally {
    await inside.end()
  }
  await client.query(`ALTER DATABASE ${template} IS_TEMPLATE true`)
}

/**
 * @param {string} serverUrl
 * @param {string} name
 */
export function databaseUrl(serverUrl, name) {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/**
 * Makes a database that holds what the template holds.
 * @param {string} serverUrl
 * @param {string} name
 * @param {string} template
 */
export async function makeDatabase(serverUrl, name, template) {
  const client = await connect(serverUrl)
  try {
    const { rows } = await client.query(`SELECT current_setting('server_version_num')::int >= 150000 AS choice`)
    // Copied as files, not page by page through the log: a quarter of the computing (0.07 s, not 0.30).
    const strategy = rows[0].choice ? 'STRATEGY file_copy' : ''
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} ${strategy}`)
  } finally {
    await client.end()
  }
}

/**
 * @param {string} serverUrl
 * @param {string} name
 */
export async function dropDatabase(serverUrl, name) {
  const client = await connect(serverUrl)
  try {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  } finally {
    await client.end()
  }
}
