import { blindIndexes } from '@/lib/vault/blind-index'

/** Keyed hash of a comment: whether it is still the one that was decided on. Under each key in use, the present first. */
export function commentMacs(petitionId: string, comment: string): Buffer<ArrayBuffer>[] {
  return blindIndexes('comment', petitionId, comment)
}
