import { suppressionHashes } from '@/lib/mail/suppression/address-hash'
import { blindIndex } from '@/lib/vault/blind-index'
import type { OneSite } from './one-site'

/** What may have become of an address that signed. */
export const states = ['pending', 'counted', 'held', 'withdrawn', 'suppressed'] as const

export type State = (typeof states)[number]

/**
 * Puts known signatures into the states, a fifth each, as if they had come some days ago.
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
    `UPDATE signature SET state = become.state::signature_state, received_at = received_at - interval '3 days',
       confirmed_at = CASE WHEN become.state <> 'pending' THEN received_at - interval '2 days' END,
       counted_at = CASE WHEN become.state = 'counted' THEN received_at - interval '2 days' END,
       leaf_index = CASE WHEN become.state = 'counted' THEN $4 + become.place END,
       withdrawn_at = CASE WHEN become.state = 'withdrawn' THEN received_at - interval '1 day' END
     FROM unnest($1::bytea[], $2::text[]) WITH ORDINALITY AS become(email_index, state, place)
     WHERE signature.petition_id = $3 AND signature.email_index = become.email_index`,
    [indexes, rows, petitionId, (await client.query('SELECT FROM signature')).rowCount],
  )
  const suppressed = indexes.map((_, i) => i).filter((i) => stateOf(i) === 'suppressed')
  await client.query(
    `INSERT INTO suppression (address_hash, reason, suppressed_at) SELECT hash, 'complaint', now() FROM unnest($1::bytea[]) AS hash`,
    [suppressed.map((i) => suppressionHashes(known(i))[0])],
  )
  await client.query('DELETE FROM mail')
  await client.query('VACUUM ANALYZE signature')
  return stateOf
}
