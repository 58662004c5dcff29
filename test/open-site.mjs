import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { applyRoles } from '../scripts/database/apply-roles.mjs'
import { connect } from '../scripts/database/connect.mjs'
import { freePort } from '../scripts/setup/free-port.mjs'
import { makeKeys } from '../scripts/setup/keys.mjs'
import { dataDir, root } from '../scripts/setup/root.mjs'
import { runCommand } from '../scripts/setup/run-command.mjs'
import { dist, startProcess } from '../scripts/setup/start-process.mjs'
import { databaseUrl, dropDatabase, makeDatabase } from './test-cluster.mjs'

/** @typedef {Awaited<ReturnType<typeof openSite>>} Site */

/**
 * Makes a database with the first content, to copy for all sites of a run: seeding takes a process and five seconds of
 * computing, and nothing in it depends on a site's keys.
 * @param {{ serverUrl: string, template: string }} cluster
 * @returns {Promise<{ name: string, env: NodeJS.ProcessEnv, remove: () => Promise<void> }>} env: of a site of its own
 */
export async function makeFirstContent({ serverUrl, template }) {
  const name = `site_content_${randomBytes(6).toString('hex')}`
  await makeDatabase(serverUrl, name, template)
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...inherited(),
    ...makeKeys(),
    DATABASE_URL: databaseUrl(serverUrl, name),
    SITE_URL: 'http://localhost',
    NODE_ENV: 'production',
  }
  await runCommand(process.execPath, [dist('seed')], { cwd: root, env })
  return { name, env, remove: () => dropDatabase(serverUrl, name) }
}

/**
 * Opens a separate site for a test: a fresh database with the first content, new keys, its own data folder and port,
 * and the built server on them. `npm run build` must have been run; the test cluster must be running.
 * @param {{ serverUrl: string, content: string, env?: Record<string, string>, accounts?: boolean }} options content:
 *   the database to copy; env: added to the server's; accounts: its ROLE uses its own account in the database
 *   (prisma/roles.sql)
 */
export async function openSite({ serverUrl, content, env: extra = {}, accounts = false }) {
  const name = `site_${randomBytes(6).toString('hex')}`
  const folder = join(dataDir, 'test', name)
  await mkdir(folder, { recursive: true })
  await makeDatabase(serverUrl, name, content)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const { POSTGRES_PASSWORD: _, ...keys } = makeKeys()
  /** @type {Record<string, string> & { NODE_ENV: 'production' }} */
  const env = {
    ...keys,
    DATABASE_URL: databaseUrl(serverUrl, name),
    SITE_URL: url,
    PORT: String(port),
    DATA_DIR: folder,
    TEST_LOCALE: 'true',
    APPROVAL_DELAY: '4',
    PRELOAD_PAGES: 'false',
    NEXT_TELEMETRY_DISABLED: '1',
    ...extra,
    NODE_ENV: 'production',
  }
  const password = randomBytes(12).toString('hex')
  if (accounts) await makeAccounts(databaseUrl(serverUrl, name), password)
  const databaseAs = (/** @type {string} */ role) => {
    const own = new URL(databaseUrl(serverUrl, name))
    if (accounts) Object.assign(own, { username: `petition_${role}`, password })
    return own.href
  }
  const full = { ...inherited(), ...env, DATABASE_URL: databaseAs(env.ROLE ?? 'all') }

  let server = await launch(full, folder)
  return {
    url,
    /** Its environment, to call `lib` as the site does. */
    env,
    /** The database for another process of this site in a role, by that role's account. */
    databaseAs,
    /** The folder of mails as `.eml` files, unless another driver is set. */
    outbox: join(folder, 'outbox'),
    /** All output of the server. */
    log: join(folder, 'server.log'),
    /** Ends the server as a power failure would. */
    kill: async () => {
      server.child.kill('SIGKILL')
      await server.ended
    },
    /** Starts the server again, on the same data and port. */
    restart: async () => {
      await server.stop()
      server = await launch(full, folder)
    },
    /** Kills the server and deletes its data; nothing needs an orderly end. */
    close: async () => {
      server.child.kill('SIGKILL')
      await server.ended
      await dropDatabase(serverUrl, name)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * @param {string} url
 * @param {string} password of all three, which belong to the whole server: one story at a time uses them
 */
async function makeAccounts(url, password) {
  const client = await connect(url)
  try {
    await applyRoles(client, { web: password, admin: password, worker: password })
  } finally {
    await client.end()
  }
}

/** Settings that a person's shell may have and a test's site must not get. */
function inherited() {
  const {
    DATABASE_URL: _,
    SITE_URL: __,
    RESEND_API_KEY: ___,
    SMTP_URL: ____,
    MAIL_DRIVER: _____,
    ...rest
  } = process.env
  return rest
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder
 */
async function launch(env, folder) {
  const server = startProcess([dist('server')], { env, output: 'pipe' })
  const log = createWriteStream(join(folder, 'server.log'), { flags: 'a' })
  let said = ''
  for (const stream of [server.child.stdout, server.child.stderr]) {
    stream?.pipe(log, { end: false })
    stream?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4000)
    })
  }
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`http://localhost:${env.PORT}/api/health`).catch(() => null)
    if (answer) return server
    if (server.child.exitCode !== null) break
    await sleep(100)
  }
  await server.stop()
  throw new Error(`The site does not start:\n${said}`)
}
