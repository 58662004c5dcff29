import { env } from '@/lib/env'
import { hmacSha256 } from './sha256'

/**
 * A keyed hash (HMAC-SHA256, RFC 2104) by which a row is found without its value being stored.
 * @param purpose separates uses, so that indexes of two purposes never compare equal
 * @param parts joined by a NUL byte, which no canonical value contains
 * @returns 32 bytes
 */
export function blindIndex(purpose: string, ...parts: string[]): Buffer<ArrayBuffer> {
  return keyedHash(env().BLIND_INDEX_KEY, purpose, ...parts)
}

/** The blind indexes under each key in use, newest first: during a key rotation rows may have the old one. */
export function blindIndexes(purpose: string, ...parts: string[]): Buffer<ArrayBuffer>[] {
  const { BLIND_INDEX_KEY, BLIND_INDEX_KEY_BEFORE } = env()
  const keys = BLIND_INDEX_KEY_BEFORE ? [BLIND_INDEX_KEY, BLIND_INDEX_KEY_BEFORE] : [BLIND_INDEX_KEY]
  return keys.map((key) => keyedHash(key, purpose, ...parts))
}

/** A keyed hash as above under another key, such as a day's (`dayKey`). 32 bytes. */
export function keyedHash(key: Buffer, ...parts: string[]): Buffer<ArrayBuffer> {
  return hmacSha256(key, parts.join('\0'))
}
