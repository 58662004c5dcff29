import pg from 'pg'
import { SetupError } from '../setup/setup-error.mjs'

/** The oldest PostgreSQL version that has everything the migrations use. */
const oldest = 14

/**
 * Opens one connection, for setup. The caller ends it.
 * @param {string} url
 * @returns {Promise<pg.Client>}
 * @throws {SetupError} if nothing answers, the password is wrong or the server is too old
 */
export async function connect(url) {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new SetupError(
      'DATABASE_URL is not the address of a PostgreSQL. It looks like postgresql://user:password@host:5432/database',
    )
  }
  const client = await open(url).catch((error) => {
    throw new SetupError(sentence(url, error))
  })
  const { rows } = await client.query('SHOW server_version_num')
  const trouble = tooOld(Number(rows[0].server_version_num))
  if (!trouble) return client
  await client.end()
  throw new SetupError(trouble)
}

/** @param {string} url */
async function open(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  return client
}

/**
 * @param {number} version as PostgreSQL gives it: 180004 for 18.4
 * @returns {string | null} what is wrong with it
 */
export function tooOld(version) {
  const major = Math.floor(version / 10_000)
  return major < oldest ? `The database is PostgreSQL ${major}; it must be ${oldest} or newer.` : null
}

/**
 * Never shows the URL itself: it holds a password.
 * @param {string} url
 * @param {NodeJS.ErrnoException} error
 */
function sentence(url, error) {
  const where = place(url)
  if (error.code === '28P01' || error.code === '28000') {
    return `The database at ${where} does not accept the user name or password. If it is the built-in one, .data/keys.env was changed: put your copy back.`
  }
  if (error.code === '3D000')
    return `The PostgreSQL at ${where} has no such database. Create it, or correct DATABASE_URL.`
  return (
    tlsSentence(where, error) ??
    `No database answers at ${where} (${error.code ?? error.message}). Check that it runs and that DATABASE_URL is right.`
  )
}

/**
 * @param {string} where
 * @param {NodeJS.ErrnoException} error
 */
function tlsSentence(where, error) {
  if (error.code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return `The database at ${where} answers, but its certificate is for another name. Use that name in DATABASE_URL.`
  if (/CERT|SIGNATURE|ISSUER/.test(error.code ?? ''))
    return `The database at ${where} answers, but its certificate is not one that we trust (${error.code}). Give the authority that signed it: sslrootcert=/path/to/ca.pem in DATABASE_URL.`
  // A file that DATABASE_URL names.
  if (error.path && (error.code === 'ENOENT' || error.code === 'EACCES'))
    return `${error.path} cannot be read (${error.code}): DATABASE_URL names it.`
  if (/does not support SSL/.test(error.message))
    return `The database at ${where} does not speak TLS, and DATABASE_URL asks for it (sslmode). Turn it on there.`
  return null
}

/** @param {string} url */
function place(url) {
  try {
    const { host, pathname } = new URL(url)
    return `${host}${pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}
