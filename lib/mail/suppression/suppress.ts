import type { Pool, PoolClient } from 'pg'
import { suppressionHashes } from './address-hash'
import type { SuppressionReason } from './suppression-policy'

/** The key of a signature with a suppressed address, as far as known at that moment. */
export interface SuppressedSignatureKey {
  petitionId: string
  emailIndex: Uint8Array
}

/**
 * Puts an address on the suppression list, as a keyed hash, and notes its signatures. Repeating it renews the entry; a
 * complaint stays a complaint.
 */
export async function suppress(
  on: Pool | PoolClient,
  canonical: string,
  reason: SuppressionReason,
  signatures: SuppressedSignatureKey[],
  now: Date,
): Promise<void> {
  const [hash] = suppressionHashes(canonical)
  await on.query(
    `WITH listed AS (
       INSERT INTO suppression AS old (address_hash, reason, suppressed_at) VALUES ($1, $2, $3)
       ON CONFLICT (address_hash) DO UPDATE SET suppressed_at = excluded.suppressed_at,
         reason = CASE WHEN old.reason = 'complaint' THEN old.reason ELSE excluded.reason END
       RETURNING address_hash
     )
     INSERT INTO suppressed_signature (petition_id, email_index, address_hash)
     SELECT s.petition_id, s.email_index, listed.address_hash
     FROM unnest($4::uuid[], $5::bytea[]) AS named(petition_id, email_index)
     JOIN signature s USING (petition_id, email_index) CROSS JOIN listed
     ON CONFLICT (petition_id, email_index) DO UPDATE SET address_hash = excluded.address_hash`,
    [hash, reason, now, signatures.map(({ petitionId }) => petitionId), signatures.map(({ emailIndex }) => emailIndex)],
  )
}
