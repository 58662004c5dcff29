import { db } from '@/lib/db'
import { tryOpen } from '@/lib/vault/aead'
import { blindIndex } from '@/lib/vault/blind-index'
import { openRecord } from '@/lib/vault/open-record'
import { sealedSheet } from './sheet-record'

/**
 * Key rotation: reindexes every sheet's scan under the current key, so that duplicates are still recognised. It can be
 * restarted.
 * @returns how many were moved, and how many could not be decrypted
 */
export async function reindexSheets(): Promise<{ moved: number; unreadable: number }> {
  let moved = 0
  let unreadable = 0
  const rows = await db().paperSheet.findMany({ select: { id: true, scanIndex: true, sealed: true } })
  for (const { id, scanIndex, sealed } of rows) {
    // A withdrawn sheet has none.
    if (!scanIndex) continue
    const present = indexOf(sealed)
    if (!present) unreadable += 1
    else if (!present.equals(scanIndex)) {
      // A scan that was entered twice across the rotation stays under the older index.
      const taken = await db().paperSheet.findUnique({ where: { scanIndex: present }, select: { id: true } })
      if (!taken) moved += (await db().paperSheet.updateMany({ where: { id }, data: { scanIndex: present } })).count
    }
  }
  return { moved, unreadable }
}

function indexOf(sealed: Uint8Array): Buffer<ArrayBuffer> | null {
  return tryOpen(() => blindIndex('paper scan', openRecord(sealed, sealedSheet).scan))
}
