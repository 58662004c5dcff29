import type { PoolClient } from 'pg'
import { dayOf } from '@/lib/input/day'
import type { Leaf } from '@/lib/ledger/leaf-kinds'
import type { LeafChange } from '@/lib/ledger/pending-leaf'

type Sign = Extract<Leaf, { kind: 'sign' }>

/**
 * $1 petition, $2 commitments, $3 the indexes of their leaves, $4 today.
 *
 * A restored database may know a signature in an earlier state than its leaf says: confirmed and not counted yet, held,
 * removed, or still a form that waits for its confirmation. A form becomes the signature that it was: its link works
 * again. A leaf with neither is noted as lost.
 */
const restoreStatement = `
WITH leaf AS (
  SELECT * FROM unnest($2::bytea[], $3::bigint[]) AS t(commitment, index)
), known AS (
  UPDATE signature s SET state = 'counted', leaf_index = leaf.index, counted_at = $4
  FROM leaf WHERE s.petition_id = $1 AND s.commitment = leaf.commitment AND s.state IN ('confirmed', 'held', 'removed')
  RETURNING leaf.index, s.country
), form AS (
  SELECT DISTINCT ON (f.email_index) f.*, leaf.index
  FROM pending_signature f JOIN leaf USING (commitment)
  WHERE f.petition_id = $1 AND leaf.index NOT IN (SELECT index FROM known)
  ORDER BY f.email_index, leaf.index
), confirmed AS (
  INSERT INTO signature AS old (petition_id, email_index, state, text_sha256, token_hash, locale, via, received_at,
    confirmed_at, content_mac, commitment, sealed, country, display, updates, has_comment, signals, suspicious,
    mailbox_index, leaf_index, counted_at)
  SELECT petition_id, email_index, 'counted', text_sha256, token_hash, locale, via, received_at, received_at, content_mac,
    commitment, sealed, country, display, updates, has_comment, signals, suspicious, mailbox_index, index, $4
  FROM form
  ON CONFLICT (petition_id, email_index) DO UPDATE SET
    state = excluded.state, text_sha256 = excluded.text_sha256, token_hash = excluded.token_hash,
    locale = excluded.locale, via = excluded.via, received_at = excluded.received_at,
    confirmed_at = excluded.confirmed_at, content_mac = excluded.content_mac, commitment = excluded.commitment,
    sealed = excluded.sealed, country = excluded.country, display = excluded.display, updates = excluded.updates,
    has_comment = excluded.has_comment, signals = excluded.signals, suspicious = excluded.suspicious,
    mailbox_index = excluded.mailbox_index, appeal = NULL, appealed_at = NULL, withdrawn_at = NULL,
    leaf_index = excluded.leaf_index, counted_at = excluded.counted_at
  WHERE old.state = 'withdrawn'
  RETURNING petition_id, email_index, country, leaf_index AS index
), unformed AS (
  DELETE FROM pending_signature f USING confirmed c
  WHERE f.petition_id = c.petition_id AND f.email_index = c.email_index
), unnamed AS (
  INSERT INTO signature_name (petition_id, email_index) SELECT petition_id, email_index FROM confirmed
  ON CONFLICT (petition_id, email_index) DO UPDATE SET name_index = NULL
), found AS (
  SELECT index, country FROM known UNION ALL SELECT index, country FROM confirmed
), lost AS (
  INSERT INTO lost_signature (petition_id, leaf_index)
  SELECT $1, index FROM leaf WHERE index NOT IN (SELECT index FROM found)
)
SELECT found.country FROM leaf LEFT JOIN found USING (index) ORDER BY leaf.index`

/**
 * Finds the signatures of *sign* leaves that are put back, or notes them as lost.
 * @param from index of the first
 * @returns what each changes in the totals; the country of a lost one is unknown
 */
export async function restoreSigns(
  client: PoolClient,
  petitionId: string,
  now: Date,
  signs: Sign[],
  from: number,
): Promise<LeafChange[]> {
  const { rows } = await client.query<{ country: string | null }>(restoreStatement, [
    petitionId,
    signs.map(({ commitment }) => Buffer.from(commitment)),
    signs.map((_, i) => from + i),
    dayOf(now),
  ])
  return rows.map(({ country }) => ({ change: 1, of: 'sign', country }))
}
