import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'
import { CommandError, runCommand } from '../setup/run-command.mjs'
import { listSources } from './list-sources.mjs'

const rooms = ['app', 'components', 'lib', 'messages', 'prisma/seed', 'scripts', 'test', 'server.ts']

/**
 * @typedef {{ modules: { source: string }[], summary: { violations: { from: string, to: string, rule: { name: string }
 * }[] } }} Cruise
 */

/**
 * Checks that imports go one way only (.dependency-cruiser.cjs). dependency-cruiser passes if it finds no module at
 * all, as with a version of TypeScript it does not know; so every source file must be among those it followed.
 * @returns {Promise<string>} how many it followed
 */
export async function checkDirection() {
  const { modules, summary } = await cruise(rooms.filter((room) => existsSync(join(root, room))))
  const seen = new Set(modules.map(({ source }) => source))
  const expected = (await listSources()).filter(
    (path) => /\.(ts|tsx|mjs)$/.test(path) && rooms.some((room) => path === room || path.startsWith(`${room}/`)),
  )
  const missed = expected.filter((path) => !seen.has(path))
  if (expected.length === 0 || missed.length > 0) {
    throw new Error(`dependency-cruiser followed ${seen.size} modules and missed: ${missed.join(', ')}`)
  }
  if (summary.violations.length > 0) {
    throw new Error(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).join('\n'))
  }
  return `${expected.length} modules`
}

/**
 * @param {string[]} paths
 * @returns {Promise<Cruise>}
 */
async function cruise(paths) {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [program, ...paths, '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const out = await runCommand(process.execPath, args, { cwd: root }).catch((error) => {
    // Its exit code is the number of violations; the JSON is then in the error's output.
    if (error instanceof CommandError && error.output.startsWith('{')) return error.output
    throw error
  })
  return JSON.parse(out)
}
