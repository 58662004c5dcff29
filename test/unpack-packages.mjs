import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../scripts/setup/run-command.mjs'

/**
 * Fetches packages of Debian and unpacks them into a folder, without installing anything.
 * @param {string} folder
 * @param {string[]} names
 * @throws {Error} where there is no apt, or it reaches no server
 */
export async function unpackPackages(folder, names) {
  const packages = join(folder, 'packages')
  await mkdir(packages, { recursive: true })
  const download = () => runCommand('apt-get', ['download', ...names], { cwd: packages, stallMs: 60_000 })
  await download().catch(async () => {
    await runCommand('apt-get', ['update'], { stallMs: 60_000 })
    await download()
  })
  for (const name of await readdir(packages)) await runCommand('dpkg', ['-x', join(packages, name), folder])
}
