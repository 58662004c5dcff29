import { createHash } from 'node:crypto'

/**
 * Identifies a person on the erasure list: a hash of their row's index, which is itself a hash under a secret key, so
 * that nobody can test an address against the list. Not keyed again: it must still be recognised in a backup from
 * before a key rotation. 32 bytes.
 */
export function erasureHash(petitionId: string, emailIndex: Buffer): Buffer<ArrayBuffer> {
  const hash = createHash('sha256').update(`icnk.org/erasure/v1\0${petitionId}\0`).update(emailIndex)
  return hash.digest() as Buffer<ArrayBuffer>
}
