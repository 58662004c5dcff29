import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'

/** Requirements of levels 1 and 2 in OWASP ASVS 5.0.0. */
const REQUIREMENTS = 253
/** `accepted`: deliberately not met, for the stated reason. */
const states = ['done', 'operator', 'not applicable', 'accepted', 'open']

/**
 * Checks that docs/security/asvs.csv has a row for every requirement, none of them empty. check-paths.mjs checks that
 * the files it names exist.
 * @returns {Promise<string>} how many rows are in which state
 */
export async function checkAsvs() {
  const [, ...lines] = (await readFile(join(root, 'docs/security/asvs.csv'), 'utf8')).trim().split('\n')
  const rows = lines.map((line) => /^(V\d+\.\d+\.\d+),([^,]*),(.*)$/.exec(line) ?? [line])
  const troubles = rows.flatMap(([line, id, state = '', evidence = '']) => {
    if (!id) return [`no requirement in: ${line}`]
    if (!states.includes(state)) return [`${id}: state "${state}" is none of ${states.join(', ')}`]
    return evidence.replaceAll('"', '').trim().length < 5 ? [`${id}: says nothing`] : []
  })
  const ids = new Set(rows.map(([, id]) => id))
  if (ids.size !== REQUIREMENTS || rows.length !== REQUIREMENTS)
    troubles.push(`${rows.length} rows, ${ids.size} different, of ${REQUIREMENTS} requirements`)
  if (troubles.length > 0) throw new Error(`docs/security/asvs.csv\n${troubles.join('\n')}`)
  return states.map((state) => `${rows.filter((row) => row[2] === state).length} ${state}`).join(', ')
}
