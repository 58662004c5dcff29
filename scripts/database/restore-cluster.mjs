import { existsSync } from 'node:fs'
import { appendFile, chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../setup/free-port.mjs'
import { runCommand } from '../setup/run-command.mjs'
import { SetupError } from '../setup/setup-error.mjs'
import { chooseAccount } from './choose-account.mjs'
import { findBinaries } from './find-binaries.mjs'

/**
 * Starts PostgreSQL on an unpacked backup, and lets it recover to the end of the archived log, or to a time. It listens
 * on a socket in the folder only, so that nobody else reaches a database with people in it that were erased since.
 * @param {{ dir: string, log: string, until: Date | null, user: string, database: string }} options
 *   dir: holds `data`; log: the folder of the log's files; user, database: for the address
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} stop also removes what only recovery needed
 */
export async function recoverCluster({ dir, log, until, user, database }) {
  const data = join(dir, 'data')
  const account = await chooseAccount(await binariesFor(data), data)
  if (account.data !== data) {
    throw new SetupError('PostgreSQL runs as another user here. Restore into a folder that this user can reach.')
  }
  const socket = join(dir, 'socket')
  const hba = join(dir, 'recovery_hba.conf')
  await mkdir(socket, { recursive: true, mode: 0o700 })
  await chmod(data, 0o700)
  await writeFile(hba, 'local all all trust\n', { mode: 0o600 })
  await writeFile(join(data, 'recovery.signal'), '')
  const lent = await lendSettings(data)
  const target = until
    ? [
        `recovery_target_time = '${until.toISOString().replace('T', ' ').replace('Z', '+00')}'`,
        `recovery_target_action = 'promote'`,
      ]
    : []
  const kept = await readFile(join(data, 'postgresql.auto.conf'), 'utf8').catch(() => '')
  await appendFile(
    join(data, 'postgresql.auto.conf'),
    `\nrestore_command = 'cp "${log}/%f" "%p"'\n${target.map((line) => `${line}\n`).join('')}`,
  )
  if (account.spawn.uid !== undefined) {
    await runCommand('chown', ['-R', `${account.spawn.uid}:${account.spawn.gid}`, dir, log])
  }
  const port = await freePort()
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socket,
    port: String(port),
    hba_file: hba,
    archive_mode: 'off',
    // The leader of a cluster would wait for its standbys, which are not here, with each commit.
    synchronous_standby_names: '',
    // Nobody asks it before recovery ends. With it, PostgreSQL insists on as many connections as the server had, which in
    // compose.yaml stand in its command and not in the file that was backed up.
    hot_standby: 'off',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  }
  const serverLog = join(dir, 'recovery.log')
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`)
  const start = ['start', '-D', data, '-w', '-t', '3600', '-l', serverLog, '-o', options.join(' ')]
  try {
    await pgCtl(account, start)
    await promoted(data)
  } catch (error) {
    await pgCtl(account, ['stop', '-D', data, '-m', 'immediate', '-w']).catch(() => {})
    const said = await readFile(serverLog, 'utf8').catch(() => '')
    if (said.includes('recovery ended before configured recovery target was reached')) {
      throw new SetupError('The archive ends before that time. Restore without --until to get all it has.')
    }
    throw new Error(`PostgreSQL does not recover.\n${said.trim().slice(-2000)}`, { cause: error })
  }
  return {
    url: `postgresql://${encodeURIComponent(user)}@localhost:${port}/${database}?host=${encodeURIComponent(socket)}`,
    stop: async () => {
      await pgCtl(account, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '120'])
      await writeFile(join(data, 'postgresql.auto.conf'), kept)
      await Promise.all([socket, hba, log, ...lent].map((path) => rm(path, { recursive: true, force: true })))
    },
  }
}

/**
 * A server may keep its settings outside of its data, as Debian's does. Then it gets an empty file for the recovery
 * alone.
 * @param {string} data
 * @returns {Promise<string[]>} what was written
 */
async function lendSettings(data) {
  const file = join(data, 'postgresql.conf')
  if (existsSync(file)) return []
  await writeFile(file, '', { mode: 0o600 })
  return [file]
}

/** Recovery is over when its signal file is gone and the server says that it is ready. @param {string} data */
async function promoted(data) {
  const ready = () => readFile(join(data, 'postmaster.pid'), 'utf8').then((text) => /^ready\b/m.test(text))
  for (let tries = 0; existsSync(join(data, 'recovery.signal')) || !(await ready()); tries++) {
    if (!existsSync(join(data, 'postmaster.pid'))) throw new Error('PostgreSQL ended')
    if (tries > 36_000) throw new Error('recovery did not end')
    await sleep(100)
  }
}

/**
 * Programs of the version that made the data: the built-in ones, or those of the system.
 * @param {string} data
 */
async function binariesFor(data) {
  const version = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim()
  const system = `/usr/lib/postgresql/${version}`
  if (existsSync(join(system, 'bin', 'pg_ctl'))) return system
  if (version === '18') return findBinaries()
  throw new SetupError(`This backup is of PostgreSQL ${version}. Install that version here, then restore again.`)
}

/**
 * @param {import('./choose-account.mjs').Account} account
 * @param {string[]} args
 */
function pgCtl({ native, prefix, spawn: options }, args) {
  const [command = '', ...rest] = [...prefix, join(native, 'bin', 'pg_ctl'), ...args]
  return runCommand(command, rest, { ...options, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } })
}
