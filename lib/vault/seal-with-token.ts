import { createHmac } from 'node:crypto'
import { decrypt, encrypt } from './aead'

/**
 * Encrypts an answer so that only the holder of a mailed token can read it under a key derived from the token (HKDF-SHA256,
 * RFC 5869). The token is 256 random bits and is stored nowhere in the clear.
 */
export function sealWithToken(token: string, value: object): Buffer<ArrayBuffer> {
  return encrypt(keyOf(token), JSON.stringify(value))
}

/** @throws Error for another token, or altered bytes */
export function openWithToken(token: string, sealed: Uint8Array): unknown {
  return JSON.parse(decrypt(keyOf(token), sealed).toString('utf8'))
}

function keyOf(token: string): Buffer {
  // HKDF without salt, for one block, written out: Node's own takes more than twice as long, and signing waits for this.
  const extracted = createHmac('sha256', Buffer.alloc(32)).update(token).digest()
  return createHmac('sha256', extracted).update('icnk.org/for-token-holder/v1\x01').digest()
}
