import { createHash } from 'node:crypto'

/**
 * How the erasure list names a person: a hash of what their row was found by, which is itself a hash under a secret
 * key, so that nobody can test an address against the list. Not under a key of its own: it must still be recognised
 * in a backup from before a rotation of keys. 32 bytes.
 */
export function erasureHash(petitionId: string, emailIndex: Buffer): Buffer<ArrayBuffer> {
  const hash = createHash('sha256').update(`icnk.org/erasure/v1\0${petitionId}\0`).update(emailIndex)
  return hash.digest() as Buffer<ArrayBuffer>
}
