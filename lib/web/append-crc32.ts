/** The effect that appending a number of bytes has on the CRC-32 of the bytes before them. */
export type Crc32Shift = number

/** The polynomial of CRC-32 with reversed bits (RFC 1952, 8), where the highest bit stands for 1. */
const POLYNOMIAL = 0xedb88320
const ONE = 0x80000000
/** x to the eighth power: one byte. */
const BYTE = 0x00800000

/** The shift of a length in bytes, made once: x^(8 · length) modulo the polynomial. */
export function shiftOfCrc32(length: number): Crc32Shift {
  let power = BYTE
  let shift = ONE
  for (let left = length; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) shift = product(power, shift)
    power = product(power, power)
  }
  return shift
}

/** The CRC-32 of two pieces, one after the other, from those of each: the second piece is not read again. */
export function appendedCrc32(first: number, second: number, shiftOfSecond: Crc32Shift): number {
  return (product(shiftOfSecond, first) ^ second) >>> 0
}

/** The product of two polynomials over GF(2), modulo that of CRC-32. */
function product(a: number, b: number): number {
  let result = 0
  let term = b
  for (let bit = ONE; bit !== 0; bit >>>= 1) {
    if (a & bit) result ^= term
    term = term & 1 ? (term >>> 1) ^ POLYNOMIAL : term >>> 1
  }
  return result >>> 0
}
