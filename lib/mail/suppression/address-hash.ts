import { blindIndexes } from '@/lib/vault/blind-index'

/** The hashes of an address in the suppression list: under the present key first, then under the previous one. */
export function suppressionHashes(canonical: string): Buffer<ArrayBuffer>[] {
  return blindIndexes('suppression', canonical)
}
