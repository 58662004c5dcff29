import { db } from '@/lib/db'
import { tryOpen } from '@/lib/vault/aead'
import { contactIndexes } from '@/lib/vault/contact-index'
import { openRecord } from '@/lib/vault/open-record'
import { contactRecord } from './access-record'

/**
 * Key rotation: moves every contact to the index of the present key. It can be run again.
 * @returns how many were moved, and how many could not be opened
 */
export async function reindexContacts(): Promise<{ moved: number; unreadable: number }> {
  let moved = 0
  let unreadable = 0
  for (const { id, addressIndex: before, sealed } of await db().memberContact.findMany()) {
    const addressIndex = tryOpen(() => contactIndexes(openRecord(sealed, contactRecord).canonical)[0])
    if (!addressIndex) unreadable += 1
    // An address has one contact under whichever key: no other row can be in the way.
    else if (!addressIndex.equals(before))
      moved += (await db().memberContact.updateMany({ where: { id }, data: { addressIndex } })).count
  }
  return { moved, unreadable }
}
