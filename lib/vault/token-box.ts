import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { z } from 'zod'

const NONCE = 12
const TAG = 16

/**
 * Encrypts a record so that only the holder of a token can read it: the database keeps the token's hash, so neither
 * a dump nor any process can open the record unless the token's owner brings it.
 *
 * AES-256-GCM under HKDF-SHA256 (RFC 5869) of the token. Layout: nonce (12) ‖ ciphertext ‖ tag (16).
 */
export function sealToToken(token: string, record: object): Buffer<ArrayBuffer> {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(token), nonce)
  return Buffer.concat([nonce, cipher.update(JSON.stringify(record), 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** What `sealToToken` sealed; null where the token is another one or the bytes were altered. */
export function openWithToken<T>(token: string, sealed: Uint8Array, schema: z.ZodType<T>): T | null {
  const bytes = Buffer.from(sealed)
  if (bytes.length < NONCE + TAG) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(token), bytes.subarray(0, NONCE))
    decipher.setAuthTag(bytes.subarray(-TAG))
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()])
    return schema.parse(JSON.parse(text.toString('utf8')))
  } catch {
    return null
  }
}

/** The token is 256 random bits; the label keeps this key apart from the token's stored hash. */
function keyOf(token: string): Buffer {
  return Buffer.from(hkdfSync('sha256', token, '', 'icnk token box v1', 32))
}
