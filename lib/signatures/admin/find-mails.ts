import { db } from '@/lib/db'
import { addressIndexes } from '@/lib/mail/address-index'
import type { SignatureKey } from './signature-key'

/** A mail about a signature. */
export interface MailView {
  queuedAt: Date
  notBefore: Date
  attempts: number
  sentAt: Date | null
  failedAt: Date | null
  /** A coarse reason, never the provider's text. */
  failure: string | null
}

/**
 * Lists the mails of the last two days about a signature, oldest first.
 * @param canonical its address, from the decrypted record
 */
export async function findMails(where: SignatureKey, canonical: string): Promise<MailView[]> {
  return db().mail.findMany({
    where: { addressIndex: { in: addressIndexes(canonical) }, ...where },
    select: { queuedAt: true, notBefore: true, attempts: true, sentAt: true, failedAt: true, failure: true },
    orderBy: { queuedAt: 'asc' },
  })
}
