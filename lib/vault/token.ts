import { secureRandom } from './secure-random'
import { sha256 } from './sha256'

/** A random 256-bit token for a mailed link: 43 characters of base64url. */
export function newToken(): string {
  return secureRandom(32).toString('base64url')
}

/** The hash by which the database knows a token: its SHA-256, 32 bytes; null if the text cannot be a token. */
export function hashToken(token: string): Buffer<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  return sha256(token)
}
