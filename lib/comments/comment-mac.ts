import { blindIndexes } from '@/lib/vault/blind-index'

/**
 * Keyed hashes of a comment, telling whether it has changed since the decision: one for each key in use, the present
 * key first.
 */
export function commentMacs(petitionId: string, comment: string): Buffer<ArrayBuffer>[] {
  return blindIndexes('comment', petitionId, comment)
}
