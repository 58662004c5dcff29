import type pg from 'pg'

const columns = `petition_id, email_index, content_mac, text_sha256, token_hash, commitment, sealed, locale, country, display,
  updates, has_comment, via, signals, suspicious, received_at`

/** Confirms every pending form, as if everybody had pressed the button at once. */
export async function confirmAll(database: pg.Client): Promise<void> {
  await database.query(
    `WITH form AS (DELETE FROM pending_signature RETURNING *)
     INSERT INTO signature (${columns}, state, confirmed_at)
     SELECT DISTINCT ON (petition_id, email_index) ${columns}, 'confirmed'::signature_state, now() FROM form
     ON CONFLICT DO NOTHING`,
  )
}
