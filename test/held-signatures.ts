import { randomBytes } from 'node:crypto'
import { pool } from '@/lib/db'
import { sealRecord } from '@/lib/vault/seal-record'

const opening = { salt: '', nonce: '', record: '' }

/** Inserts held signatures that are alike, each with a sealed name and address. */
export async function heldSignatures(
  petitionId: string,
  people: { name: string; email: string; comment?: string }[],
  at: Date,
  { state = 'held', signals = 'busy_network', via = null as string | null, networkGroup = null as number | null } = {},
): Promise<void> {
  for (const { name, email, comment = null } of people) {
    const record = { name, email, comment, token: randomBytes(32).toString('base64url'), opening }
    // As confirming does: the worker indexes what has no name's index.
    await pool().query(
      `WITH made AS (INSERT INTO signature (petition_id, email_index, content_mac, text_sha256, token_hash, commitment, sealed, state,
         locale, country, display, updates, has_comment, via, received_at, confirmed_at, signals, suspicious,
         network_group)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8::signature_state, 'en', 'KR', 'full', false, $9, $10, $11, $11, $12, $8 = 'held', $13)
       RETURNING petition_id, email_index)
       INSERT INTO signature_name (petition_id, email_index) SELECT * FROM made`,
      [
        petitionId,
        ...Array.from({ length: 5 }, () => randomBytes(32)),
        sealRecord(record),
        state,
        comment !== null,
        via,
        at,
        signals,
        networkGroup,
      ],
    )
  }
}
