import { join } from 'node:path'
import { pool } from '@/lib/db'
import { env } from '@/lib/env'
import { addressIndexes } from '@/lib/mail/address-index'
import { purgeOutbox } from '@/lib/mail/purge-outbox'
import { suppressionHashes } from '@/lib/mail/suppression/address-hash'
import { possibleSignatures } from '@/lib/signatures/possible-signatures'
import { eraseStatement } from './erase-statement'
import { erasureHash } from './erasure-hash'

/**
 * Erases a person: their signatures of every petition and pending forms, with sealed data, mails, rate limit and
 * suppression traces, and access links. The appender retracts counted ones in the ledger. Keyed hashes that say nothing
 * without the keys stay on the erasure list, so that no backup brings the person back.
 */
export async function eraseAddress(canonical: string, now: Date): Promise<void> {
  const persons = await possibleSignatures(canonical)
  await pool().query(eraseStatement, [
    persons.map(({ petitionId }) => petitionId),
    persons.map(({ emailIndex }) => emailIndex),
    persons.map(({ petitionId, emailIndex }) => erasureHash(petitionId, emailIndex)),
    addressIndexes(canonical),
    now,
    suppressionHashes(canonical),
  ])
  if (env().MAIL_DRIVER === 'outbox') await purgeOutbox(join(env().DATA_DIR, 'outbox'), canonical)
}
