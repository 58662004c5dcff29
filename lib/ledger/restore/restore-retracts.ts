import type { PoolClient } from 'pg'
import { dayOf } from '@/lib/input/day'
import { addedBy, decodeLeaf } from '@/lib/ledger/leaf'
import type { Leaf } from '@/lib/ledger/leaf-kinds'
import type { LeafChange } from '@/lib/ledger/pending-leaf'
import { countedSql } from '@/lib/signatures/states'

type Retract = Extract<Leaf, { kind: 'retract' }>

/**
 * $1 petition, $2 indexes of the leaves taken back, $3 reasons, $4 rules, $5 indexes of the retract leaves, $6 today.
 *
 * A signer who withdrew, or was removed, after the backup is in the same state again. An erased one has no row any
 * more: the request for the retraction, written when the erasure was repeated, still knows the country.
 */
const restoreStatement = `
WITH leaf AS (
  SELECT * FROM unnest($2::bigint[], $3::text[], $4::smallint[], $5::bigint[]) AS t(target, reason, rule, index)
), asked AS (
  SELECT r.leaf_index AS target, r.country FROM retraction r JOIN leaf ON r.leaf_index = leaf.target
  WHERE r.petition_id = $1
), held AS (
  SELECT s.leaf_index AS target, s.country FROM signature s JOIN leaf ON s.leaf_index = leaf.target
  WHERE s.petition_id = $1
), taken AS (
  UPDATE signature s SET
    state = CASE leaf.reason WHEN 'withdrawn' THEN 'withdrawn' ELSE 'removed' END::signature_state,
    withdrawn_at = CASE leaf.reason WHEN 'withdrawn' THEN $6::timestamptz END,
    mailbox_index = CASE leaf.reason WHEN 'withdrawn' THEN NULL ELSE s.mailbox_index END
  FROM leaf WHERE s.petition_id = $1 AND s.leaf_index = leaf.target AND ${countedSql}
), found AS (
  DELETE FROM lost_signature o USING leaf WHERE o.petition_id = $1 AND o.leaf_index = leaf.target
), sheet AS (
  UPDATE paper_sheet p SET state = 'withdrawn', withdrawn_at = $6, scan_index = NULL, serial = NULL
  FROM paper_entry e JOIN leaf ON e.leaf_index = leaf.target
  WHERE e.petition_id = $1 AND p.petition_id = $1 AND p.record = e.record AND p.state = 'approved'
), booked AS (
  INSERT INTO retraction (petition_id, leaf_index, reason, rule, requested_at, retracted_index)
  SELECT $1, target, reason, rule, $6, index FROM leaf
  ON CONFLICT (petition_id, leaf_index) DO UPDATE SET reason = excluded.reason, rule = excluded.rule,
    retracted_index = excluded.retracted_index, country = NULL
)
SELECT l.leaf AS retracted, coalesce(asked.country, held.country) AS country
FROM leaf JOIN ledger_leaf l ON l.petition_id = $1 AND l.index = leaf.target
LEFT JOIN asked USING (target) LEFT JOIN held USING (target) ORDER BY leaf.index`

/**
 * Does to the rows what *retract* leaves that are put back say was done.
 * @param from index of the first
 * @returns what each changes in the totals
 */
export async function restoreRetracts(
  client: PoolClient,
  petitionId: string,
  now: Date,
  retracts: Retract[],
  from: number,
): Promise<LeafChange[]> {
  const { rows } = await client.query<{ retracted: Buffer; country: string | null }>(restoreStatement, [
    petitionId,
    retracts.map(({ index }) => index),
    retracts.map(({ reason }) => reason),
    retracts.map(({ rule }) => rule),
    retracts.map((_, i) => from + i),
    dayOf(now),
  ])
  return rows.map(({ retracted, country }) => {
    const leaf = decodeLeaf(retracted)
    const added = leaf && addedBy(leaf)
    if (!added) throw new Error('only what a leaf added can be taken back')
    return { change: -added.signatures, of: added.of, country: country?.trim() ?? null }
  })
}
