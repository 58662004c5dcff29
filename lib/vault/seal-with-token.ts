import { decrypt, encrypt } from './aead'
import { paddedJson } from './padded-json'
import { hmacSha256 } from './sha256'

/**
 * Encrypts a value under a key derived from a mailed token (HKDF-SHA256, RFC 5869), so that only the token's holder can
 * read it. The token is 256 random bits and is stored nowhere in the clear. Its length is one of few (`paddedJson`).
 */
export function sealWithToken(token: string, value: object): Buffer<ArrayBuffer> {
  return encrypt(keyOf(token), paddedJson(value))
}

/** The value that `sealWithToken` encrypted. @throws Error for another token, or altered bytes */
export function openWithToken(token: string, sealed: Uint8Array): unknown {
  return JSON.parse(decrypt(keyOf(token), sealed).toString('utf8'))
}

function keyOf(token: string): Buffer {
  return hmacSha256(Buffer.from(token, 'base64url'), 'icnk.org/for-token-holder/v1\x01')
}
