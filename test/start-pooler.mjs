import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../scripts/setup/free-port.mjs'
import { dataDir } from '../scripts/setup/root.mjs'
import { runCommand } from '../scripts/setup/run-command.mjs'
import { unpackPackages } from './unpack-packages.mjs'

/**
 * Starts a real PgBouncer in transaction mode in front of a database, with so few server connections that one client's
 * statements soon use several. From the system, or from Debian's packages, unpacked beside the test data.
 * @param {string} databaseUrl
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} url: of the same database, through the pooler
 * @throws {Error} if there is none and none can be fetched
 */
export async function startPooler(databaseUrl) {
  const { program, libraries } = await findPgBouncer()
  const { hostname, port, username, password, pathname } = new URL(databaseUrl)
  const folder = await mkdtemp(join(tmpdir(), 'pooler-'))
  const own = await freePort()
  await writeFile(join(folder, 'users.txt'), `"${username}" "${decodeURIComponent(password)}"\n`)
  const settings = [
    '[databases]',
    `* = host=${hostname} port=${port}`,
    '[pgbouncer]',
    `listen_addr = 127.0.0.1`,
    `listen_port = ${own}`,
    'unix_socket_dir =',
    'auth_type = trust',
    `auth_file = ${join(folder, 'users.txt')}`,
    'pool_mode = transaction',
    'default_pool_size = 4',
    'max_client_conn = 200',
    'ignore_startup_parameters = extra_float_digits',
  ]
  await writeFile(join(folder, 'pgbouncer.ini'), settings.join('\n'))
  await chmod(folder, 0o755)
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const child = spawn(program, [...user, join(folder, 'pgbouncer.ini')], {
    env: { ...process.env, LD_LIBRARY_PATH: libraries },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const end = new Promise((resolve) => child.once('exit', resolve))
  await ready(child, own)
  return {
    url: `postgresql://${username}@127.0.0.1:${own}${pathname}`,
    stop: async () => {
      child.kill('SIGKILL')
      await end
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} port
 */
async function ready(child, port) {
  let said = ''
  await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`PgBouncer ended with ${code}: ${said}`)))
    child.stderr?.on('data', (/** @type {Buffer} */ data) => {
      said += data
      if (said.includes(`listening on 127.0.0.1:${port}`) || said.includes('process up')) resolve(undefined)
    })
  })
}

async function findPgBouncer() {
  const installed = (process.env.PGBOUNCER_PATH ?? '/usr/sbin/pgbouncer').trim()
  const found = await runCommand(installed, ['--version']).catch(() => null)
  if (found !== null) return { program: installed, libraries: '' }
  const folder = join(dataDir, 'test', 'pgbouncer')
  const program = join(folder, 'usr', 'sbin', 'pgbouncer')
  const libraries = join(folder, 'usr', 'lib', `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`)
  const unpacked = await runCommand(program, ['--version'], {
    env: { ...process.env, LD_LIBRARY_PATH: libraries },
  }).catch(() => null)
  if (unpacked === null) await unpackPackages(folder, ['pgbouncer', 'libc-ares2', 'libevent-2.1-7'])
  return { program, libraries }
}
