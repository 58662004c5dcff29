import { hash } from 'node:crypto'

/** SHA-256 (FIPS 180-4), 32 bytes. Node computes it through a string in half the time that a buffer takes. */
export function sha256(input: string | Uint8Array): Buffer<ArrayBuffer> {
  return Buffer.from(hash('sha256', input, 'binary'), 'binary')
}

const BLOCK = 64
const HASH = 32

/**
 * HMAC-SHA256 (RFC 2104), computed as its two hashes: a third of the time of `createHmac`, which makes objects in Node
 * and OpenSSL each time. A signature needs seven.
 * @param key at most 64 bytes
 * @returns 32 bytes
 */
export function hmacSha256(key: Uint8Array, text: string): Buffer<ArrayBuffer> {
  if (key.length > BLOCK) throw new Error('an HMAC key has at most 64 bytes here')
  // Three bytes are the most that UTF-8 takes for one UTF-16 unit.
  const inner = Buffer.allocUnsafe(BLOCK + text.length * 3)
  const outer = Buffer.allocUnsafe(BLOCK + HASH)
  for (let i = 0; i < BLOCK; i++) {
    inner[i] = (key[i] ?? 0) ^ 0x36
    outer[i] = (key[i] ?? 0) ^ 0x5c
  }
  const end = BLOCK + inner.write(text, BLOCK, 'utf8')
  outer.write(hash('sha256', inner.subarray(0, end), 'binary'), BLOCK, 'binary')
  return sha256(outer)
}
