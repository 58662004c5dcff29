import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, normalize } from 'node:path'
import { listFiles } from '../setup/hash-files.mjs'
import { root } from '../setup/root.mjs'
import { commentsOf, linksIn, namedFiles, namedPaths, namedScripts } from './named-paths.mjs'
import { replacedWords } from './replaced-words.mjs'

const skipped =
  /(^|\/)(node_modules|\.next|\.data|\.git|dist|test-results|playwright-report)(\/|$)|^prisma\/generated\/|next-env\.d\.ts$/

/** Made by a build: they need not be there when the checks run. */
const built = ['prisma/generated', 'public/check.js']

/**
 * Documents and comments name files and folders that exist, link to pages that exist, tell readers to run npm scripts
 * that exist, and use the terms of docs/glossary.md. Code itself is left to the type check, except for its names.
 * @returns {Promise<string>} how many paths it found
 */
export async function checkPaths() {
  const files = await listFiles(root, await readdir(root), (path) => skipped.test(path))
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const house = describeHouse(files, Object.keys(scripts))
  const results = await Promise.all(
    files
      .filter((path) => /\.(md|csv|tsx?|mjs|cjs|js|css|sql|prisma)$|^\.env\.example$/.test(path))
      .map(async (path) => findMissing(path, await readFile(join(root, path), 'utf8'), house)),
  )
  const missing = results.flatMap((result) => result.missing)
  if (missing.length > 0) throw new Error(missing.join('\n'))
  return `${results.reduce((sum, { named }) => sum + named, 0)} paths`
}

/** @typedef {{ paths: Set<string>, names: Set<string>, rooms: string[], scripts: Set<string> }} House */

/**
 * @param {string[]} files as paths from the top folder
 * @param {string[]} scripts of package.json
 * @returns {House}
 */
export function describeHouse(files, scripts) {
  const folders = files.flatMap((path) => {
    const parts = path.split('/')
    return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'))
  })
  const rooms = new Set(folders.filter((path) => !path.includes('/') && !path.startsWith('.')))
  return {
    paths: new Set([...files, ...folders, ...built]),
    names: new Set(files.map((path) => basename(path))),
    rooms: [...rooms],
    scripts: new Set(scripts),
  }
}

/**
 * @param {string} file its path
 * @param {string} content
 * @param {House} house
 * @returns {{ named: number, missing: string[] }} a line for each thing that is named and does not exist
 */
export function findMissing(file, content, house) {
  const prose = /\.(md|csv)$|^\.env/.test(file)
  const text = prose ? content : commentsOf(content)
  const paths = namedPaths(text, house.rooms)
  const links = file.endsWith('.md') ? linksIn(text).map((to) => normalize(join(dirname(file), to))) : []
  const missing = [
    ...paths.filter((path) => !pathExists(path, house)),
    ...links.filter((path) => !existsSync(join(root, path)) && !pathExists(path.replace(/\/$/, ''), house)),
    ...namedFiles(text).filter((name) => !house.names.has(name)),
    ...namedScripts(text).flatMap((name) => (house.scripts.has(name) ? [] : [`npm run ${name}`])),
  ]
  return {
    named: paths.length,
    missing: [
      ...missing.map((what) => `${file}: ${what} does not exist`),
      // The check and its test name what they refuse.
      ...(file.startsWith('scripts/checks/') ? [] : replacedWords(text, prose ? '' : content)).map(
        (hint) => `${file}: ${hint}`,
      ),
    ],
  }
}

/**
 * @param {string} path perhaps with stars
 * @param {House} house
 */
function pathExists(path, { paths }) {
  // A module may be named as an import names it, without its ending.
  if (!path.includes('*')) return ['', '.ts', '.tsx'].some((ending) => paths.has(path + ending)) || isBuilt(path)
  const escaped = path.replace(/[.[\]()]/g, '\\$&')
  const pattern = new RegExp(`^${escaped.replace(/\*+/g, (stars) => (stars.length > 1 ? '.*' : '[^/]*'))}$`)
  return [...paths].some((known) => pattern.test(known))
}

/** @param {string} path */
function isBuilt(path) {
  return built.some((place) => path.startsWith(`${place}/`))
}
