import { blindIndex } from '@/lib/vault/blind-index'
import { mailboxOf } from './mailbox-of'

/**
 * Identifies the mailbox of a signature within one petition; the indexes of two petitions have nothing in common. 128
 * bits.
 */
export function mailboxIndex(petitionId: string, canonical: string): Buffer {
  return blindIndex('mailbox', petitionId, mailboxOf(canonical)).subarray(0, 16)
}
