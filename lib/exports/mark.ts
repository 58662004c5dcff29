import { env } from '@/lib/env'
import { keyedHash } from '@/lib/vault/blind-index'

const letters = '23456789abcdefghjkmnpqrstuvwxyz'

/**
 * The mark of one row in one file. It differs in every row and file, so that it cannot be searched and replaced, and a
 * leaked row identifies its file (`findMarked`).
 */
export function markOf(exportId: string, reference: string): string {
  const hash = keyedHash(env().BLIND_INDEX_KEY, 'export mark', exportId, reference)
  return Array.from(hash.subarray(0, 8), (byte) => letters[byte % letters.length]).join('')
}
