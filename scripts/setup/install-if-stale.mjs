import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkSpace } from './check-space.mjs'
import { withLock } from './lock.mjs'
import { dataDir, root } from './root.mjs'
import { CommandError, runCommand } from './run-command.mjs'
import { SetupError } from './setup-error.mjs'
import { step } from './step.mjs'

const stamp = join(root, 'node_modules', '.installed-from')

/** Installs the packages of package-lock.json, unless they are installed and the file has not changed. */
export async function installIfStale() {
  if (await isFresh()) return
  await withLock(join(dataDir, 'install.lock'), async () => {
    if (await isFresh()) return
    await checkSpace(root, 1500)
    await step('Installing packages (about a minute)', install)
  })
}

async function isFresh() {
  return existsSync(stamp) && (await readFile(stamp, 'utf8')) === (await lockHash())
}

/** Includes the platform, since packages differ by it and a folder may be copied or mounted elsewhere. */
async function lockHash() {
  const lock = await readFile(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}\n`
}

async function install() {
  const hash = await lockHash()
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
  await writeFile(stamp, hash)
}
