import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkSpace } from './check-space.mjs'
import { withLock } from './lock.mjs'
import { dataDir, root } from './root.mjs'
import { CommandError, runCommand } from './run-command.mjs'
import { SetupError } from './setup-error.mjs'
import { step } from './step.mjs'

/** @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Package */

/** Installs the packages of package-lock.json, unless they are installed and the file has not changed. */
export async function installIfStale() {
  if (await isInstalled(root)) return
  await withLock(join(dataDir, 'install.lock'), async () => {
    if (await isInstalled(root)) return
    await checkSpace(root, 1500)
    await step('Installing packages (about a minute)', install)
  })
}

/**
 * npm writes what it installed to node_modules/.package-lock.json once it is done. Somebody who ran `npm ci` by hand
 * has what is needed, too: installing again would pull the packages from under whatever runs.
 * @param {string} folder of package-lock.json
 */
export async function isInstalled(folder) {
  const wanted = await packagesIn(join(folder, 'package-lock.json'))
  const installed = await packagesIn(join(folder, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(
    ([path, needed]) =>
      path === '' || installed[path]?.version === needed.version || (!installed[path] && mayLack(needed)),
  )
}

/**
 * Whether npm may have left out a package on this platform. Which C library this machine has, it knows.
 * @param {Package} needed
 */
function mayLack({ optional, os, cpu, libc }) {
  const isForThis = os?.includes(process.platform) && (!cpu || cpu.includes(process.arch)) && !libc
  return optional && !isForThis
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, Package>>}
 */
async function packagesIn(file) {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  return JSON.parse(text).packages ?? {}
}

async function install() {
  const npm = process.env.npm_execpath
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  try {
    await runCommand(command, [...args, 'ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'], {
      cwd: root,
    })
  } catch (error) {
    if (error instanceof CommandError && /ENOTFOUND|ETIMEDOUT|ECONNREFUSED|EAI_AGAIN|network/i.test(error.output)) {
      throw new SetupError(
        `npm cannot reach its registry. Check the network and start again.\n${error.output.trim().slice(-600)}`,
      )
    }
    throw error
  }
}
