import { blindIndexes } from '@/lib/vault/blind-index'

/** How the suppression list names an address: under the present key first, then under the one before it. */
export function suppressionHashes(canonical: string): Buffer<ArrayBuffer>[] {
  return blindIndexes('suppression', canonical)
}
