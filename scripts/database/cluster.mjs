import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort, isFree } from '../setup/free-port.mjs'
import { runCommand } from '../setup/run-command.mjs'
import { chooseAccount } from './choose-account.mjs'
import { findBinaries } from './find-binaries.mjs'
import { findRunning, settled } from './find-running.mjs'

/** @typedef {import('./choose-account.mjs').Account} Account */

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  // An archive of backups that stopped must not fill the disk; it then begins again.
  max_slot_wal_keep_size: '4GB',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A statement or a failing row in the log could hold something about a person.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

/**
 * Starts the built-in PostgreSQL of this clone, or finds the one that is still running.
 * @param {{ dir: string, password: string, port?: number, durable?: boolean }} options
 *   dir: the folder of data and log; durable: false only for data that may be lost
 * @returns {Promise<{ url: (database: string) => string, reused: boolean, isRunning: () => Promise<boolean>, stop: ()
 *   => Promise<void> }>}
 */
export async function startCluster({ dir, password, port: wanted, durable = true }) {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const account = await chooseAccount(await findBinaries(), join(dir, 'data'))
  const url = (/** @type {number} */ port) => (/** @type {string} */ database) =>
    `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
  const stop = () => stopCluster(account)
  const isRunning = async () => (await findRunning(account)) !== null

  const running = await settled(account)
  if (running) return { url: url(running.port), reused: true, isRunning, stop }

  if (!existsSync(join(account.data, 'PG_VERSION'))) await initialise(account, password)
  const remembered = Number(await readFile(join(dir, 'port'), 'utf8').catch(() => '')) || undefined
  const port = await launch(account, { ...settings, ...(durable ? {} : notDurable) }, wanted ?? remembered)
  await writeFile(join(dir, 'port'), `${port}\n`)
  return { url: url(port), reused: false, isRunning, stop }
}

/** For tests, in which several sites share the server. */
const notDurable = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '500' }

/** @param {Account} account */
async function stopCluster(account) {
  if (!(await findRunning(account))) return
  await run(account, 'pg_ctl', ['stop', '-D', account.data, '-m', 'fast', '-w', '-t', '60'], true)
}

/**
 * Creates the data in a neighbouring folder and moves it when complete, so that an interrupted first start leaves
 * nothing incomplete.
 * @param {Account} account
 * @param {string} password
 */
async function initialise(account, password) {
  const half = `${account.data}.new`
  const secret = `${half}.password`
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { recursive: true, mode: 0o700 })
  await writeFile(secret, password, { mode: 0o600 })
  const { uid, gid } = account.spawn
  try {
    if (uid !== undefined) {
      await runCommand('chown', [`${uid}:${gid}`, half, secret])
    }
    await run(account, 'initdb', [
      '-D',
      half,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${secret}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ])
    await rm(account.data, { recursive: true, force: true })
    await runCommand('mv', [half, account.data])
  } finally {
    await rm(secret, { force: true })
  }
}

/**
 * @param {Account} account
 * @param {Record<string, string>} values
 * @param {number} [wanted]
 * @returns {Promise<number>} the port it listens on
 */
async function launch(account, values, wanted) {
  const port = await freePort(wanted)
  const options = Object.entries({ ...values, port }).map(([name, value]) => `-c ${name}='${value}'`)
  const log = join(account.data, 'server.log')
  await rm(log, { force: true })
  try {
    await run(account, 'pg_ctl', ['start', '-D', account.data, '-w', '-t', '120', '-l', log, '-o', options.join(' ')])
    return port
  } catch (error) {
    // An interrupted pg_ctl may leave a server running.
    await stopCluster(account)
    const said = await readFile(log, 'utf8').catch(() => '')
    // Another clone may have taken the port since the check.
    if (/could not bind/.test(said) && !(await isFree(port))) return launch(account, values)
    throw new Error(`PostgreSQL does not start.\n${said.trim().slice(-2000)}`, { cause: error })
  }
}

/**
 * @param {Account} account
 * @param {string} program
 * @param {string[]} args
 * @param {boolean} [evenWhenStopping]
 */
function run({ native, prefix, spawn: options }, program, args, evenWhenStopping = false) {
  const [command = '', ...rest] = [...prefix, join(native, 'bin', program), ...args]
  return runCommand(command, rest, { ...options, evenWhenStopping, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } })
}
