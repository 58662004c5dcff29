import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

/**
 * Encrypts an answer so that only the holder of a mailed token can read it (AES-256-GCM under a key derived from the
 * token with HKDF-SHA256, RFC 5869). The token is 256 random bits and is stored nowhere in the clear.
 */
export function sealWithToken(token: string, value: object): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(token), nonce)
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, ciphertext, cipher.getAuthTag()])
}

/** @throws Error for another token, or altered bytes */
export function openWithToken(token: string, sealed: Buffer): unknown {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(token), sealed.subarray(0, NONCE)).setAuthTag(
    sealed.subarray(-TAG),
  )
  const text = Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()])
  return JSON.parse(text.toString('utf8'))
}

function keyOf(token: string): Buffer {
  // HKDF without salt, for one block, written out: Node's own takes more than twice as long, and signing waits for this.
  const extracted = createHmac('sha256', Buffer.alloc(32)).update(token).digest()
  return createHmac('sha256', extracted).update('icnk.org/for-token-holder/v1\x01').digest()
}
