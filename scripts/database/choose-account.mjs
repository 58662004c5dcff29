import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SetupError } from '../setup/setup-error.mjs'

/**
 * The account that runs PostgreSQL's programs, since they refuse to run as root.
 * @typedef {object} Account
 * @property {string} native the folder of its programs
 * @property {string} data the folder of its data
 * @property {string[]} prefix prepended to each command
 * @property {{ uid?: number, gid?: number, cwd?: string }} spawn put into each spawn
 */

/**
 * An ordinary user runs PostgreSQL directly. Root runs it in a user namespace, where the files stay root's and folders
 * only root may enter still work; otherwise as another user, with programs and data where that user can reach them.
 * @param {string} native
 * @param {string} data
 * @returns {Promise<Account>}
 */
export async function chooseAccount(native, data) {
  if (process.getuid?.() !== 0) return { native, data, prefix: [], spawn: {} }
  const users = otherUsers()
  const [first] = users
  if (!first)
    throw new SetupError('PostgreSQL refuses to run as root and this machine has no other user. Set DATABASE_URL.')
  const prefix = ['unshare', '--user', `--map-user=${first.uid}`, `--map-group=${first.gid}`]
  if (works(prefix)) {
    await bring(join(roomOf(data), 'data'), data, { uid: 0, gid: 0 })
    return { native, data, prefix, spawn: {} }
  }
  return asOtherUser(users.find(({ name }) => name === 'postgres') ?? first, native, data)
}

/** This machine's users except root; `nobody` last. initdb requires a user with a name. */
function otherUsers() {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid }) => name && uid > 0)
    .sort((a, b) => Number(a.name === 'nobody') - Number(b.name === 'nobody'))
}

/** @param {string[]} prefix */
function works([command = '', ...args]) {
  try {
    execFileSync(command, [...args, 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/**
 * @param {{ name: string, uid: number, gid: number }} user
 * @param {string} native
 * @param {string} data
 * @returns {Promise<Account>}
 */
async function asOtherUser({ uid, gid }, native, data) {
  const spawn = { uid, gid, cwd: '/' }
  const reach = (/** @type {string} */ path) => canReach(path, spawn)
  const room = roomOf(data)
  const programs = reach(join(native, 'bin', 'postgres')) ? native : join(room, 'native')
  const place = reach(dirname(data)) ? data : join(room, 'data')
  if (programs !== native && !(await isCopy(native, programs))) {
    await mkdir(room, { recursive: true, mode: 0o755 })
    await rm(programs, { recursive: true, force: true })
    await cp(native, programs, { recursive: true, verbatimSymlinks: true })
  }
  await mkdir(dirname(place), { recursive: true })
  await bring(data, place, spawn)
  return { native: programs, data: place, prefix: [], spawn }
}

/** A folder that another user can reach. @param {string} data */
function roomOf(data) {
  return `/var/lib/icnk-petition/${createHash('sha256').update(data).digest('hex').slice(0, 16)}`
}

/**
 * Moves the data if a changed setting of the machine (another account) puts it in another folder.
 * @param {string} from
 * @param {string} to
 * @param {{ uid: number, gid: number }} owner
 */
async function bring(from, to, { uid, gid }) {
  if (from !== to && existsSync(join(from, 'PG_VERSION')) && !existsSync(join(to, 'PG_VERSION'))) {
    execFileSync('mv', [from, to])
    execFileSync('chown', ['-R', `${uid}:${gid}`, to])
  }
}

/**
 * @param {string} path
 * @param {{ uid: number, gid: number, cwd: string }} spawn
 */
function canReach(path, spawn) {
  try {
    accessSync(path, constants.F_OK)
    execFileSync('test', ['-x', path], { ...spawn, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
async function isCopy(from, to) {
  const [a, b] = await Promise.all([from, to].map((path) => stat(join(path, 'bin', 'postgres')).catch(() => null)))
  return Boolean(a && b && a.size === b.size && b.mtimeMs >= a.mtimeMs)
}
