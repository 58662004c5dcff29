import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'
import type { Suite } from './log/suite'

/** SHA-256 and Ed25519 by Node's OpenSSL. */
export const nodeSuite = {
  sha256: (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer'),
  verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
    verify(null, message, publicKeyObject(publicKey), signature),
} satisfies Suite

/** A signing key: raw Ed25519 (RFC 8032). */
export interface Ed25519Key {
  publicKey: Uint8Array
  sign(message: Uint8Array): Uint8Array
}

/** Makes a signing key from its seed. @param seed the private key, 32 bytes */
export function ed25519Key(seed: Uint8Array): Ed25519Key {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  return { publicKey: new Uint8Array(Buffer.from(x ?? '', 'base64url')), sign: (message) => sign(null, message, key) }
}

/** The bytes before the 32 bytes of a seed in PKCS #8 (RFC 8410, section 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

function publicKeyObject(publicKey: Uint8Array): KeyObject {
  const x = Buffer.from(publicKey).toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}
