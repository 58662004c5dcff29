import { suppressionHashes } from '@/lib/mail/suppression/address-hash'
import { blindIndex } from '@/lib/vault/blind-index'
import type { OneSite } from './one-site'

/** The possible states of an address that signed. */
export const states = ['pending', 'counted', 'held', 'withdrawn', 'suppressed'] as const

export type State = (typeof states)[number]

/**
 * Puts known signatures into the states, a fifth each, as if made some days ago.
 * @param known the address of each
 * @returns the state of each
 */
export async function becomeStates(
  { client, petitionId }: OneSite,
  known: (i: number) => string,
  most: number,
): Promise<(i: number) => State> {
  const stateOf = (i: number) => states[i % states.length] ?? 'pending'
  const indexes = Array.from({ length: most }, (_, i) => blindIndex('signature', petitionId, known(i)))
  const rows = Array.from({ length: most }, (_, i) => (stateOf(i) === 'suppressed' ? 'counted' : stateOf(i)))
  await client.query(
    `WITH become AS (
       SELECT * FROM unnest($1::bytea[], $2::text[]) WITH ORDINALITY AS become(email_index, state, place)
     ), form AS (
       DELETE FROM pending_signature f USING become
       WHERE f.petition_id = $3 AND f.email_index = become.email_index AND become.state <> 'pending'
       RETURNING f.*, become.state AS become, become.place
     )
     INSERT INTO signature (petition_id, email_index, state, content_mac, text_sha256, token_hash, commitment, sealed, locale,
       country, display, updates, has_comment, via, signals, suspicious, received_at, confirmed_at, counted_at, leaf_index,
       withdrawn_at)
     SELECT petition_id, email_index, become::signature_state, content_mac, text_sha256, token_hash, commitment, sealed, locale,
       country, display, updates, has_comment, via, signals, suspicious, received_at - interval '3 days',
       received_at - interval '2 days', CASE WHEN become = 'counted' THEN received_at - interval '2 days' END,
       CASE WHEN become = 'counted' THEN $4 + place END,
       CASE WHEN become = 'withdrawn' THEN received_at - interval '1 day' END
     FROM form ON CONFLICT DO NOTHING`,
    [indexes, rows, petitionId, (await client.query('SELECT FROM signature')).rowCount],
  )
  await client.query(`UPDATE pending_signature SET received_at = received_at - interval '3 days'`)
  const suppressed = indexes.map((_, i) => i).filter((i) => stateOf(i) === 'suppressed')
  await client.query(
    `INSERT INTO suppression (address_hash, reason, suppressed_at) SELECT hash, 'complaint', now() FROM unnest($1::bytea[]) AS hash`,
    [suppressed.map((i) => suppressionHashes(known(i))[0])],
  )
  await client.query('DELETE FROM mail')
  await client.query('VACUUM ANALYZE signature, pending_signature')
  return stateOf
}
