import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'

/** Languages whose public words must be complete in a release. */
export const promised = ['en', 'ko', 'ja', 'fr', 'es', 'ru', 'zh', 'ar', 'id', 'pt-BR', 'vi']

/**
 * The public words, and those of the admin area, each with the languages that must be complete.
 * @type {[folder: string, promised: string[]][]}
 */
const places = [
  [join(root, 'messages'), promised],
  [join(root, 'messages/admin'), ['en', 'ko', 'ja']],
]

/**
 * Lists the messages that each language lacks. They fall back to English, so nothing fails.
 * @returns {Promise<string>}
 */
export async function checkWords() {
  const missing = (await Promise.all(places.map((place) => missingWords(...place)))).filter(({ size }) => size > 0)
  return missing.length === 0 ? 'none missing' : `missing, said in English:\n${missing.map(listOf).join('\n')}`
}

/**
 * The check before a release.
 * @throws Error if a promised language lacks messages
 */
export async function checkPromisedWords(checked = places) {
  for (const [folder, languages] of checked) {
    const missing = await missingWords(folder, languages)
    const broken = new Map([...missing].filter(([locale]) => languages.includes(locale)))
    if (broken.size > 0) throw new Error(`Words are missing:\n${listOf(broken)}`)
  }
}

/** @param {Map<string, string[]>} missing */
const listOf = (missing) => [...missing].map(([locale, keys]) => `  ${locale}: ${keys.join(', ')}`).join('\n')

/**
 * The English keys that each language lacks; a promised language without a file lacks all.
 * @param {string} folder
 * @param {string[]} promised
 */
async function missingWords(folder, promised) {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const source = keysOf(await read(folder, 'en'))
  /** @type {Map<string, string[]>} */
  const missing = new Map()
  for (const locale of new Set([...promised, ...files.map((name) => name.replace('.json', ''))])) {
    const keys = new Set(files.includes(`${locale}.json`) ? keysOf(await read(folder, locale)) : [])
    const lacking = source.filter((key) => !keys.has(key))
    if (lacking.length > 0) missing.set(locale, lacking)
  }
  return missing
}

/**
 * @param {string} folder
 * @param {string} locale
 * @returns {Promise<object>}
 */
async function read(folder, locale) {
  return JSON.parse(await readFile(join(folder, `${locale}.json`), 'utf8'))
}

/**
 * @param {object} tree
 * @returns {string[]}
 */
function keysOf(tree, path = '') {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keysOf(value, `${path}${key}.`),
  )
}
