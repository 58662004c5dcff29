import { concatBytes } from './bytes'

/** Bytes in a hash. */
export const HASH_SIZE = 32

/** The bytes that are hashed for a leaf (RFC 6962, section 2.1): 0x00 ‖ entry. */
export function leafInput(entry: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatBytes(Uint8Array.of(0), entry)
}

/** The bytes that are hashed for an inner node (RFC 6962, section 2.1): 0x01 ‖ left ‖ right. */
export function nodeInput(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatBytes(Uint8Array.of(1), left, right)
}
