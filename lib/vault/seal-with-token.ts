import { createHmac } from 'node:crypto'
import { decrypt, encrypt } from './aead'

/**
 * Encrypts a value so that only the holder of a mailed token can read it, under a key derived from the token: the expand
 * step of HKDF-SHA256 alone, as RFC 5869 (3.3) allows where the input is a random key already. The token is 256 random
 * bits and is stored nowhere in the clear.
 */
export function sealWithToken(token: string, value: object): Buffer<ArrayBuffer> {
  return encrypt(keyOf(token), JSON.stringify(value))
}

/** @throws Error for another token, or altered bytes */
export function openWithToken(token: string, sealed: Uint8Array): unknown {
  return JSON.parse(decrypt(keyOf(token), sealed).toString('utf8'))
}

function keyOf(token: string): Buffer {
  return createHmac('sha256', Buffer.from(token, 'base64url')).update('icnk.org/for-token-holder/v1\x01').digest()
}
