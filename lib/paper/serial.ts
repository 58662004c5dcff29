import { secureRandom } from '@/lib/vault/secure-random'

/** Crockford's base 32: no letter that looks like a digit. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10

/** The serial of one printed sheet: 50 random bits. It is written down nowhere until the sheet is entered. */
export function newSerial(): string {
  return Array.from(secureRandom(LENGTH), (byte) => letters[byte % letters.length]).join('')
}

/** In two groups, as it is printed. */
export function shownSerial(serial: string): string {
  return `${serial.slice(0, LENGTH / 2)}-${serial.slice(LENGTH / 2)}`
}

/** A serial as typed: in any case, with or without its hyphen, O for 0 and I or L for 1. Null if it is none. */
export function readSerial(typed: string): string | null {
  const serial = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(serial) ? serial : null
}
