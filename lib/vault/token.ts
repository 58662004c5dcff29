import { createHash, randomBytes } from 'node:crypto'

/** A random 256-bit token as it stands in a mailed link: 43 characters of base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token: its SHA-256 (32 bytes), or null if the text cannot be a token. */
export function hashToken(token: string): Buffer<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  return createHash('sha256').update(token).digest() as Buffer<ArrayBuffer>
}
