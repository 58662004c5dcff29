import { db } from '@/lib/db'
import { tryOpen } from '@/lib/vault/aead'
import { blindIndex } from '@/lib/vault/blind-index'
import { openRecord } from '@/lib/vault/open-record'
import { sealedSheet } from './sheet-record'

/**
 * Key rotation: reindexes every sheet's scan under the present key, so that the same scan is still recognised. It can be
 * restarted.
 * @returns how many were moved, and how many could not be opened
 */
export async function reindexSheets(): Promise<{ moved: number; unreadable: number }> {
  let moved = 0
  let unreadable = 0
  const rows = await db().paperSheet.findMany({ select: { id: true, scanIndex: true, sealed: true } })
  for (const { id, scanIndex, sealed } of rows) {
    // A sheet that was withdrawn has none.
    if (!scanIndex) continue
    const present = indexOf(sealed)
    if (!present) unreadable += 1
    else if (!present.equals(scanIndex)) {
      // One that was entered twice across the change stays found by the older index.
      const taken = await db().paperSheet.findUnique({ where: { scanIndex: present }, select: { id: true } })
      if (!taken) moved += (await db().paperSheet.updateMany({ where: { id }, data: { scanIndex: present } })).count
    }
  }
  return { moved, unreadable }
}

function indexOf(sealed: Uint8Array): Buffer<ArrayBuffer> | null {
  return tryOpen(() => blindIndex('paper scan', openRecord(sealed, sealedSheet).scan))
}
