import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../setup/root.mjs'
import { SetupError } from '../setup/setup-error.mjs'

// Keeps Prisma's records (`_prisma_migrations`, its lock, its checksums), so that `prisma migrate deploy` can take over
// at any time. Prisma itself is not used: it would download its engine, which may not be possible.

/** The advisory lock that Prisma takes. */
const lock = 72707369

const book = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */
/**
 * @typedef {{ id: string, checksum: string, migration_name: string, finished_at: Date | null, rolled_back_at: Date |
 * null, logs: string | null }} Entry
 */

/**
 * Migrates a database to the newest version. Two at once do no harm: the second waits and finds nothing to do.
 * @param {import('pg').Client} client
 * @param {string} folder prisma/migrations
 * @returns {Promise<string[]>} names of the migrations applied
 * @throws {SetupError} if one fails, failed earlier, was edited after it was applied or is unknown here, or if the
 *   database belongs to something else
 */
export async function applyMigrations(client, folder) {
  const migrations = await readMigrations(folder)
  await takeLock(client)
  try {
    await refuseForeign(client)
    await client.query(book)
    const waiting = await unapplied(client, migrations)
    for (const migration of waiting) await apply(client, migration)
    return waiting.map(({ name }) => name)
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [lock])
  }
}

/**
 * Whether a later release made this database: every migration of this one is applied, and others are, or failed. As
 * each is made so that the release before it works on (scripts/checks/blocking-statements.mjs), this one does.
 * @param {import('pg').Client} client
 * @param {string} [folder] prisma/migrations
 * @returns {Promise<boolean>}
 */
export async function isLater(client, folder = join(root, 'prisma', 'migrations')) {
  const { rows: books } = await client.query(`SELECT to_regclass('_prisma_migrations') AS book`)
  if (!books[0].book) return false
  const { rows } = await client.query(
    `SELECT migration_name AS name, bool_or(finished_at IS NOT NULL) AS applied
     FROM _prisma_migrations WHERE rolled_back_at IS NULL GROUP BY 1`,
  )
  const own = (await readMigrations(folder)).map(({ name }) => name)
  const applied = new Set(rows.filter((row) => row.applied).map(({ name }) => name))
  return own.every((name) => applied.has(name)) && rows.length > own.length
}

/**
 * @param {string} folder
 * @returns {Promise<Migration[]>} sorted by name
 */
export async function readMigrations(folder) {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** @param {import('pg').Client} client */
async function takeLock(client) {
  for (let tries = 0; tries < 300; tries++) {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [lock])
    if (rows[0].taken) return
    await sleep(200)
  }
  throw new SetupError('Another migration has been running on this database for a minute. Try again when it is done.')
}

/** @param {import('pg').Client} client */
async function refuseForeign(client) {
  const { rows } = await client.query(`
    SELECT count(*)::int AS tables, count(*) FILTER (WHERE tablename = '_prisma_migrations')::int AS books
    FROM pg_tables WHERE schemaname = current_schema()`)
  if (rows[0].tables > 0 && rows[0].books === 0) {
    throw new SetupError(
      'This database already holds tables of something else. Point DATABASE_URL at an empty database.',
    )
  }
}

/**
 * @param {import('pg').Client} client
 * @param {Migration[]} migrations
 */
async function unapplied(client, migrations) {
  const { rows } = await client.query(
    'SELECT * FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  )
  const entries = /** @type {Entry[]} */ (rows)
  const failed = entries.find(({ finished_at }) => !finished_at)
  if (failed) throw new SetupError(failedEarlier(failed))
  const unknown = entries.find(({ migration_name }) => !migrations.some(({ name }) => name === migration_name))
  if (unknown) {
    throw new SetupError(
      `This database was made by another version (migration ${unknown.migration_name}). Start that version or a later one; for a trial database, stop the site and delete .data.`,
    )
  }
  const applied = new Map(entries.map((entry) => [entry.migration_name, entry.checksum]))
  const edited = migrations.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum)
  if (edited) {
    throw new SetupError(
      `The migration ${edited.name} was changed after it was applied here. Put the file back as it was and write the change as a new migration.`,
    )
  }
  return migrations.filter(({ name }) => !applied.has(name))
}

/** @param {Entry} entry */
function failedEarlier({ migration_name: name, logs }) {
  return [
    `The migration ${name} failed earlier; no other is applied before that is settled.`,
    logs?.trim() ?? 'It was interrupted.',
    'Each file is one transaction, so it left nothing behind. When the cause is mended, run:',
    `  npm run migrate -- --rolled-back ${name}`,
  ].join('\n')
}

/**
 * Runs the whole file as one query: PostgreSQL makes it one transaction, and the SQL need not be split on `;`. (One
 * that makes an index CONCURRENTLY holds nothing else, and is none.)
 * @param {import('pg').Client} client
 * @param {Migration} migration
 */
async function apply(client, { name, sql, checksum }) {
  const id = randomUUID()
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ])
  try {
    await withoutKeepingOthers(client, sql)
  } catch (error) {
    if (isLockTimeout(error)) {
      await client.query('DELETE FROM _prisma_migrations WHERE id = $1', [id])
      throw new SetupError(
        `The migration ${name} found its table in use for ${(lockTries * lockTimeout) / 1000} seconds and changed nothing. End what holds it (pg_stat_activity shows it), and migrate again.`,
      )
    }
    const logs = inWords(name, /** @type {import('pg').DatabaseError} */ (error))
    await client.query('ROLLBACK')
    await dropHalfMadeIndexes(client)
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, logs])
    throw new SetupError(logs)
  }
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id])
}

const lockTimeout = 2000
const lockTries = 60

/**
 * A statement that waits for a table's lock makes all later ones wait. So it waits for two seconds at most, lets the
 * others through, and tries again. Making an index CONCURRENTLY waits too, but for nothing that others need.
 * @param {import('pg').Client} client
 * @param {string} sql
 */
async function withoutKeepingOthers(client, sql) {
  await client.query(`SET lock_timeout = ${/\bCONCURRENTLY\b/i.test(sql) ? 0 : lockTimeout}`)
  try {
    for (let tries = 1; ; tries++) {
      try {
        return await client.query(sql)
      } catch (error) {
        if (!isLockTimeout(error) || tries === lockTries) throw error
        await sleep(lockTimeout / 4)
      }
    }
  } finally {
    await client.query('RESET lock_timeout')
  }
}

/** @param {unknown} error */
function isLockTimeout(error) {
  return /** @type {{ code?: string }} */ (error).code === '55P03'
}

/**
 * An index that was being made CONCURRENTLY stays when that fails, costs every write, and serves nobody.
 * @param {import('pg').Client} client
 */
async function dropHalfMadeIndexes(client) {
  const { rows } = await client.query(
    `SELECT indexrelid::regclass::text AS index FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
     WHERE NOT indisvalid AND relnamespace = current_schema()::regnamespace`,
  )
  for (const { index } of rows) await client.query(`DROP INDEX ${index}`)
}

/**
 * @param {string} name
 * @param {import('pg').DatabaseError} error
 */
function inWords(name, { code, message, position }) {
  return [
    'A migration failed to apply. New migrations cannot be applied before the error is recovered from.',
    `Migration name: ${name}`,
    `Database error code: ${code}`,
    `Database error: ${message}${position ? ` (at character ${position})` : ''}`,
  ].join('\n')
}
