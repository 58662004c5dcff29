import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'
import { SetupError } from '../setup/setup-error.mjs'
import { isLater } from './apply-migrations.mjs'

/** The processes' accounts in the database. */
const roles = /** @type {const} */ (['web', 'admin', 'worker'])

/**
 * Gives web, admin and worker an account each, `petition_web` and so on, that may do in the database what
 * `prisma/roles.sql` says and nothing else. An account that exists keeps its password unless another is given, and its
 * rights if a later release made the tables, whose processes may still run.
 * @param {import('pg').Client} client as the owner of the tables, allowed to make roles
 * @param {Partial<Record<'web' | 'admin' | 'worker', string | undefined>>} passwords
 * @returns {Promise<boolean>} whether the rights are those of this release
 * @throws {SetupError} if an account has to be made and has no password, or may not be made
 */
export async function applyRoles(client, passwords) {
  await client.query('BEGIN')
  try {
    const made = []
    for (const role of roles) made.push(await makeAccount(client, role, passwords[role]))
    const sets = made.includes(true) || !(await isLater(client))
    if (sets) await client.query(await readFile(join(root, 'prisma', 'roles.sql'), 'utf8'))
    await client.query('COMMIT')
    return sets
  } catch (error) {
    await client.query('ROLLBACK')
    if (/** @type {import('pg').DatabaseError} */ (error).code !== '42501') throw error
    throw new SetupError('The account in DATABASE_URL may not make roles: run this with the one that owns the server.')
  }
}

/**
 * Brings the accounts up to the tables of a new version, if this database has accounts.
 * @param {import('pg').Client} client
 */
export async function renewRoles(client) {
  const { rows } = await client.query(
    `SELECT count(*)::int AS found FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase
     JOIN pg_roles r ON r.oid = s.setrole WHERE d.datname = current_database() AND r.rolname = 'petition_web'`,
  )
  if (rows[0].found > 0) await applyRoles(client, {})
}

/**
 * @param {import('pg').Client} client
 * @param {string} role
 * @param {string | undefined} password
 * @returns {Promise<boolean>} whether there was none
 */
async function makeAccount(client, role, password) {
  const name = `petition_${role}`
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name])
  if (!rowCount && !password) {
    throw new SetupError(
      `${name} has no account yet: give it a password in ${role.toUpperCase()}_DATABASE_PASSWORD (or …_FILE).`,
    )
  }
  if (!rowCount) await client.query(`CREATE ROLE ${name} LOGIN NOINHERIT`)
  if (password) await client.query(`ALTER ROLE ${name} PASSWORD ${client.escapeLiteral(password)}`)
  return !rowCount
}
