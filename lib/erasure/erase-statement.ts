/**
 * $1 petitions, $2 email indexes and $3 erasure hashes of persons, $4 address indexes, $5 now, $6 suppression hashes.
 *
 * One statement, so that nobody is half erased. A complaint is deleted too: the erased person is then a stranger, and
 * gets no mail unless somebody enters the address again. Published names and comments are deleted with the signature's
 * row, and pending forms too. Only persons that had a row are put on the erasure list, under each of their indexes: a
 * backup may be from before a key rotation. If the appender is counting a row at this moment, the statement waits until
 * it has finished, and then sees its leaf.
 */
export const eraseStatement = `
WITH person AS (
  SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS t(petition_id, email_index, hash)
), gone AS (
  DELETE FROM signature s USING person p
  WHERE s.petition_id = p.petition_id AND s.email_index = p.email_index
  RETURNING s.petition_id, s.leaf_index, s.country, s.token_hash
), unformed AS (
  DELETE FROM pending_signature f USING person p
  WHERE f.petition_id = p.petition_id AND f.email_index = p.email_index
  RETURNING f.petition_id
), retracted AS (
  INSERT INTO retraction (petition_id, leaf_index, reason, country, requested_at)
  SELECT petition_id, leaf_index, 'withdrawn', country, date_trunc('day', $5::timestamptz, 'UTC') FROM gone WHERE leaf_index IS NOT NULL
  ON CONFLICT DO NOTHING
), listed AS (
  INSERT INTO erasure (hash, erased_at)
  SELECT DISTINCT person.hash, $5::timestamptz
  FROM person JOIN (SELECT petition_id FROM gone UNION SELECT petition_id FROM unformed) AS had USING (petition_id)
  ON CONFLICT (hash) DO UPDATE SET erased_at = excluded.erased_at, filed_at = NULL
), unmailed AS (
  DELETE FROM mail m USING person p WHERE m.petition_id = p.petition_id AND m.email_index = p.email_index
), unlimited AS (
  DELETE FROM mail WHERE address_index = ANY($4::bytea[])
), unlinked AS (
  DELETE FROM access_link WHERE address_index = ANY($4::bytea[])
), unsuppressed AS (
  DELETE FROM suppression WHERE address_hash = ANY($6::bytea[]) OR address_hash IN (
    SELECT link.address_hash FROM suppressed_signature link JOIN person p
    ON link.petition_id = p.petition_id AND link.email_index = p.email_index)
), unreceipted AS (
  DELETE FROM receipt_request r USING gone WHERE r.token_hash = gone.token_hash
)
SELECT (SELECT count(*) FROM gone)::int + (SELECT count(*) FROM unformed)::int AS erased`
