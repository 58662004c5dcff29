import { env } from '@/lib/env'
import { keyedHash } from '@/lib/vault/blind-index'

const letters = '23456789abcdefghjkmnpqrstuvwxyz'

/**
 * The mark of one row in one file: different on every row and in every file, so that it cannot be searched for and
 * replaced, and a row that turns up somewhere says which file it came from (`findMarked`).
 */
export function markOf(exportId: string, reference: string): string {
  const hash = keyedHash(env().BLIND_INDEX_KEY, 'export mark', exportId, reference)
  return Array.from(hash.subarray(0, 8), (byte) => letters[byte % letters.length]).join('')
}
