/** Crockford's base32: no letter looks like a digit, and none sounds like another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BYTES = 5

/** A signature's number for correspondence: the first 40 bits of its email index, such as `7K3M-9QXA`. */
export function reference(emailIndex: Uint8Array): string {
  const number = BigInt(`0x${Buffer.from(emailIndex.subarray(0, BYTES)).toString('hex')}`)
  const text = Array.from({ length: 8 }, (_, i) => letters[Number((number >> BigInt(35 - 5 * i)) & 31n)]).join('')
  return `${text.slice(0, 4)}-${text.slice(4)}`
}

/**
 * Parses a reference as people write it: with any dash or none, in quotes, with surrounding text.
 * @returns the first and the last email index that have it; null if it is invalid
 */
export function readReference(typed: string): [first: Buffer<ArrayBuffer>, last: Buffer<ArrayBuffer>] | null {
  const text = typed
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (text.length !== 8 || Array.from(text).some((letter) => !letters.includes(letter))) return null
  const number = Array.from(text).reduce((sum, letter) => sum * 32n + BigInt(letters.indexOf(letter)), 0n)
  const prefix = Buffer.from(number.toString(16).padStart(BYTES * 2, '0'), 'hex')
  return [Buffer.concat([prefix, Buffer.alloc(27, 0)]), Buffer.concat([prefix, Buffer.alloc(27, 255)])]
}
