import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'

const folder = 'docs/decisions'
/** In words. Whoever needs more has two decisions, or explains code that should explain itself. */
const LONGEST = 300
const parts = ['**Context.**', '**Decision', '**Consequences.**']

/**
 * Checks that the decision records are numbered without gaps, that each has the title that the index gives it, and the
 * three parts that every record has.
 * @returns {Promise<string>} how many records there are
 */
export async function checkDecisions() {
  const index = await readFile(join(root, folder, 'README.md'), 'utf8')
  const files = (await readdir(join(root, folder))).filter((name) => name !== 'README.md').toSorted()
  const texts = await Promise.all(files.map((name) => readFile(join(root, folder, name), 'utf8')))
  const troubles = files.flatMap((name, at) => findTroubles(name, at + 1, texts[at] ?? '', index))
  if (troubles.length > 0) throw new Error(troubles.join('\n'))
  return `${files.length} records`
}

/**
 * @param {string} name of the record's file
 * @param {number} number that it must have
 * @param {string} text
 * @param {string} index
 * @returns {string[]} what is wrong with the record, in sentences
 */
export function findTroubles(name, number, text, index) {
  const [, title] = new RegExp(`^# ${number}\\. (.+)\n`).exec(text) ?? []
  if (!name.startsWith(`${number}`.padStart(4, '0')) || !title)
    return [`${folder}/${name}: record ${number} begins with "# ${number}. " and its title`]
  const words = text.split(/\s+/).filter(Boolean).length
  const line = `| ${name.slice(0, 4)} | [${title}](${name}) |`
  return [
    ...(index.includes(line) ? [] : [`${folder}/README.md lacks the line ${line}`]),
    ...(words > LONGEST ? [`${folder}/${name} has ${words} words; ${LONGEST} are the most`] : []),
    ...parts.filter((part) => !text.includes(part)).map((part) => `${folder}/${name} lacks ${part}`),
  ]
}
