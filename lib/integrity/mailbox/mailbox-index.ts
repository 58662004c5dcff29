import { blindIndex } from '@/lib/vault/blind-index'
import { mailboxOf } from './mailbox-of'

/** By which the signatures of one mailbox for one petition are told; two petitions show nothing in common. 128 bits. */
export function mailboxIndex(petitionId: string, canonical: string): Buffer {
  return blindIndex('mailbox', petitionId, mailboxOf(canonical)).subarray(0, 16)
}
