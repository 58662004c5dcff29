import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildIfStale } from './build-if-stale.mjs'
import { isFree } from './free-port.mjs'
import { generateIfStale } from './generate-if-stale.mjs'
import { installIfStale } from './install-if-stale.mjs'
import { actionsKey } from './keys.mjs'
import { takeLock } from './lock.mjs'
import { prepareData } from './prepare-data.mjs'
import { dataDir, root } from './root.mjs'
import { runCommand, stopCommands } from './run-command.mjs'
import { SetupError } from './setup-error.mjs'
import { readDotEnv, siteEnv, wantedPort } from './site-env.mjs'
import { dist, startProcess } from './start-process.mjs'
import { seconds, step } from './step.mjs'
import { untilStopped } from './until-stopped.mjs'
import { watchDatabase } from './watch-database.mjs'

/**
 * `npm start` and `npm run dev`: takes a fresh clone to a running site, and runs it until the person stops it.
 * @param {{ dev: boolean }} options
 * @returns {Promise<number>} for process.exitCode
 */
export async function start({ dev }) {
  const stopped = untilStopped()
  stopped.addEventListener('abort', () => {
    process.stdout.write('\nStopping …\n')
    stopCommands()
  })
  readDotEnv()
  const port = wantedPort()
  const lock = await lockFolder(port)
  try {
    await run({ dev, port, stopped, patient: lock.stolen })
    return 0
  } catch (error) {
    // A step interrupted because we are stopping is not an error.
    if (stopped.aborted) return 0
    throw error
  } finally {
    await lock.release()
  }
}

/** @param {{ dev: boolean, port: number, stopped: AbortSignal, patient: boolean }} options */
async function run({ dev, port, stopped, patient }) {
  const began = performance.now()
  await installIfStale()
  await checkPort(port, patient ? 20 : 0)
  const { keys, database } = await prepareData()
  try {
    const env = siteEnv({ keys, databaseUrl: database.url, port, dev })
    stopped.throwIfAborted()
    if (dev) await generateIfStale()
    else await buildIfStale({ actionsKey: await actionsKey() })
    stopped.throwIfAborted()
    await step('First content', () => runCommand(process.execPath, program('seed', dev), { cwd: root, env }))
    stopped.throwIfAborted()
    await watchDatabase(database, () => serve({ args: program('server', dev), env, stopped, began }))
  } finally {
    await database.stop()
  }
}

/**
 * The arguments of node for one of our programs: built, or from source.
 * @param {'server' | 'seed' | 'first-owner'} name
 * @param {boolean} dev
 */
function program(name, dev) {
  if (!dev) return [dist(name)]
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  return name === 'server' ? [tsx, 'watch', '--clear-screen=false', 'server.ts'] : [tsx, `scripts/${name}.ts`]
}

/**
 * Runs the server until the person stops it. It is restarted if it dies, unless it never started.
 * @param {{ args: string[], env: NodeJS.ProcessEnv, stopped: AbortSignal, began: number }} options
 */
async function serve({ args, env, stopped, began }) {
  for (let first = true; !stopped.aborted; first = false) {
    const server = startProcess(args, { env })
    const stop = () => void server.stop()
    stopped.addEventListener('abort', stop)
    const up = await Promise.race([isUp(env, stopped), server.ended.then(() => false)])
    if (up && first) welcome(env, began, await firstOwner(env))
    const code = await server.ended
    stopped.removeEventListener('abort', stop)
    if (stopped.aborted) return
    if (!up) throw new SetupError(`The site does not start (see above; it ended with ${code}).`)
    console.error('The site stopped unexpectedly; starting it again.')
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} stopped
 */
async function isUp(env, stopped) {
  while (!stopped.aborted) {
    const answer = await fetch(`http://localhost:${env.PORT}/api/health`).catch(() => null)
    if (answer) return true
    await sleep(100)
  }
  return false
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {number} began
 * @param {string} owner the line with the first owner's link, or nothing
 */
function welcome({ SITE_URL: site, MAIL_DRIVER: mail = 'outbox' }, began, owner) {
  const mailbox = mail === 'outbox' ? `\n  Its mailbox (no mail leaves this machine): ${site}/mailbox` : ''
  console.log(
    `\nReady after ${seconds(began)}.\n\n  The site: ${site}${mailbox}${owner && `\n  ${owner}`}\n\nCtrl-C stops it.\n`,
  )
}

/**
 * A link to the admin area, while no owner can sign in.
 * @param {NodeJS.ProcessEnv} env
 */
async function firstOwner(env) {
  const dev = env.NODE_ENV === 'development'
  // The site can serve without this line.
  const output = await runCommand(process.execPath, program('first-owner', dev), { cwd: root, env }).catch(() => '')
  return output.trim()
}

/** @param {number} port */
async function lockFolder(port) {
  const lock = await takeLock(join(dataDir, 'start.lock'), `http://localhost:${port}`)
  if (lock.taken) return lock
  throw new SetupError(
    `The site of this folder already runs: ${lock.note} (process ${lock.pid}). Stop it there with Ctrl-C, or with: kill ${lock.pid}`,
  )
}

/**
 * Checks the port before anything slow.
 * @param {number} port
 * @param {number} patience in seconds: a server whose parent was killed with -9 may still be stopping
 */
async function checkPort(port, patience) {
  const until = Date.now() + patience * 1000
  while (!((await isFree(port, '::')) && (await isFree(port)))) {
    if (Date.now() >= until) {
      throw new SetupError(`Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`)
    }
    await sleep(200)
  }
}
