import { createHash } from 'node:crypto'

const uuid = '6f9619ff-8b86-4011-b42d-00c04fc964ff'

/**
 * Values that a person may type into any field by mistake, or a program send on purpose. None is a valid filter, id,
 * day or number.
 */
export const nastyValues: string[] = [
  'nonsense',
  ' ',
  '\0',
  'held\0',
  `${uuid}\0`,
  '\ud800',
  '\ufffd',
  '\u202eabc\u202c',
  '\u200b',
  '-'.repeat(36),
  '0'.repeat(36),
  uuid.toUpperCase(),
  `{${uuid}}`,
  `${uuid} ${uuid}`,
  '-1',
  '1.5',
  '1e9',
  '0x10',
  'NaN',
  'Infinity',
  '2147483648',
  '9223372036854775808',
  '9'.repeat(400),
  '٣',
  '2026-02-30',
  '0000-01-01',
  '99999-12-31',
  '+275760-09-13',
  '2026-11-22T25:00',
  '2026-11-22T10:00:00ZZ',
  '8640000000000001.'.concat('A'.repeat(43)),
  "' OR 1=1 --",
  '%00',
  '%',
  '%ff%fe',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  '[]',
  '{"a":1}',
  'a\r\nb: c',
  'é'.repeat(3_000),
]

/** Those that found the most. */
export const nastiestValues: string[] = [
  '\0',
  '-'.repeat(36),
  '9'.repeat(400),
  '0000-01-01',
  '\ud800',
  'é'.repeat(3_000),
]

/** Of the other values, each place tries one in so many. */
const SHARE = 8

/**
 * The values to try in one place: those that found the most, and a share of the others, which another place continues.
 * All are tried in every place with NASTY=all, which takes some four times as long.
 * @param place any name that stays the same from run to run
 */
export function nastyValuesFor(place: string): string[] {
  if (process.env.NASTY === 'all') return nastyValues
  const first = numberOf(place)
  return nastyValues.filter((value, index) => nastiestValues.includes(value) || (first + index) % SHARE === 0)
}

/** Two of those that found the most, for one of many places that had all of them at once before. */
export function nastiestValuesFor(place: string): string[] {
  if (process.env.NASTY === 'all') return nastiestValues
  const first = numberOf(place) % nastiestValues.length
  return [...nastiestValues, ...nastiestValues].slice(first, first + 2)
}

function numberOf(place: string): number {
  return createHash('sha256').update(place).digest().readUInt32BE()
}
