import { env } from '@/lib/env'
import { keyedHash } from '@/lib/vault/blind-index'

/**
 * How the erasure list names a person: a hash under the blind-index key of what the row was found by, which itself is
 * one. Without the keys neither a list nor a backup tells who was erased. 32 bytes.
 */
export function erasureHash(petitionId: string, emailIndex: Buffer): Buffer<ArrayBuffer> {
  return keyedHash(env().BLIND_INDEX_KEY, 'erasure', petitionId, emailIndex.toString('hex'))
}
