import { secureRandom } from '@/lib/vault/secure-random'

/** Crockford's base 32: no letter that looks like a digit. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10

/** A random serial of 50 bits for one printed sheet. It is not stored until the sheet is entered. */
export function newSerial(): string {
  return Array.from(secureRandom(LENGTH), (byte) => letters[byte % letters.length]).join('')
}

/** Formats a serial in two groups, as printed. */
export function shownSerial(serial: string): string {
  return `${serial.slice(0, LENGTH / 2)}-${serial.slice(LENGTH / 2)}`
}

/** Parses a typed serial: in any case, with or without its hyphen, O for 0 and I or L for 1. Null if invalid. */
export function readSerial(typed: string): string | null {
  const serial = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(serial) ? serial : null
}
