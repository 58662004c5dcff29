import { MAX_PER_MAILBOX } from './hold-shared'
import { LINK_LIFE_DAYS } from './link-life'
import { SPENT_LINK_DAYS } from './spent-links'

/**
 * Turns pending forms into signatures. Parameters, by row: $1 token hash, $2 now; $3 to $12 the values of an edit, null
 * where nothing was edited. For all rows: $13 and $14 the mail domains of which many, and very many, were confirmed
 * within the hour (`crowdedDomains`).
 *
 * An edit does not shed the network group: the form keeps its own, or takes the editor's if it had none.
 *
 * Crowd signals are added to those of the form: they are about what was confirmed, never about what was posted. Others
 * of the same mailbox are looked for in what is already confirmed (also where staff took it out of the count); of those
 * confirmed at this very moment the appender holds the surplus (`holdShared`).
 *
 * The key of `signature` decides between forms of one person that are confirmed at once: the first becomes the row, the
 * others find it there. Somebody who withdrew and signs again gets their old row back. The links of deleted forms, and
 * the link of a withdrawn signature, are recorded as superseded.
 */
export const confirmStatement = `
WITH input AS (
  SELECT * FROM unnest($1::bytea[], $2::timestamptz[], $3::bytea[], $4::bytea[], $5::bytea[], $6::text[], $7::text[],
    $8::bool[], $9::bool[], $10::text[], $11::bool[], $12::int[])
    AS t(token, now, new_mac, new_commitment, new_sealed, new_country, new_display, new_updates, new_comment, new_signals,
      new_suspicious, new_group)
), form AS (
  -- Two forms of one person: the one that came first. The other vanishes with it.
  SELECT DISTINCT ON (f.petition_id, f.email_index) f.*, input.*
  FROM input CROSS JOIN LATERAL (SELECT * FROM pending_signature WHERE token_hash = input.token LIMIT 1) f
  JOIN petition p ON p.id = f.petition_id AND p.status = 'open'
  WHERE f.received_at > input.now - interval '${LINK_LIFE_DAYS} days'
  ORDER BY f.petition_id, f.email_index, f.received_at
), with_crowd AS (
  SELECT form.*, coalesce(new_suspicious, suspicious) AS doubted, coalesce(new_signals, signals) AS known,
    coalesce(domain_index = ANY($13::bytea[]), false) AS busy, coalesce(domain_index = ANY($14::bytea[]), false) AS crowded,
    (SELECT count(*) FROM signature o WHERE o.petition_id = form.petition_id AND o.mailbox_index = form.mailbox_index
       AND o.email_index <> form.email_index AND o.state IN ('confirmed', 'counted', 'removed')) >= ${MAX_PER_MAILBOX} AS shared
  FROM form
), assessed AS (
  SELECT with_crowd.*, doubted OR crowded OR shared OR (busy AND cardinality(string_to_array(known, ' ')) >= 2) AS hold,
    concat_ws(' ', nullif(known, ''), CASE WHEN busy THEN 'busy_domain' END, CASE WHEN crowded THEN 'crowded_domain' END,
      CASE WHEN shared THEN 'shared_mailbox' END) AS found
  FROM with_crowd
), before AS (
  SELECT s.petition_id, s.email_index, s.token_hash, form.now FROM signature s JOIN form USING (petition_id, email_index)
), taken AS (
  INSERT INTO signature AS old (petition_id, email_index, state, text_sha256, token_hash, locale, via, received_at,
    confirmed_at, content_mac, commitment, sealed, country, display, updates, has_comment, signals, suspicious,
    mailbox_index, network_group)
  SELECT petition_id, email_index, CASE WHEN hold THEN 'held' ELSE 'confirmed' END::signature_state,
    text_sha256, token_hash, locale, via, received_at, now, coalesce(new_mac, content_mac),
    coalesce(new_commitment, commitment), coalesce(new_sealed, sealed), coalesce(new_country, country),
    coalesce(new_display::display, display), coalesce(new_updates, updates), coalesce(new_comment, has_comment),
    found, hold, mailbox_index, coalesce(network_group, new_group)
  FROM assessed
  ON CONFLICT (petition_id, email_index) DO UPDATE SET
    state = excluded.state, text_sha256 = excluded.text_sha256, token_hash = excluded.token_hash,
    locale = excluded.locale, via = excluded.via, received_at = excluded.received_at,
    confirmed_at = excluded.confirmed_at, content_mac = excluded.content_mac, commitment = excluded.commitment,
    -- Not from "excluded": that asks for the right to read what is sealed, which a web process has not.
    (sealed, network_group) = (SELECT coalesce(new_sealed, sealed), coalesce(network_group, new_group)
      FROM form WHERE petition_id = old.petition_id AND email_index = old.email_index),
    country = excluded.country, display = excluded.display, updates = excluded.updates,
    has_comment = excluded.has_comment, signals = excluded.signals, suspicious = excluded.suspicious,
    mailbox_index = excluded.mailbox_index, appeal = NULL, appealed_at = NULL, counted_at = NULL, withdrawn_at = NULL, leaf_index = NULL
  WHERE old.state = 'withdrawn'
  RETURNING petition_id, email_index, token_hash, confirmed_at, locale, state::text
), deleted_forms AS (
  DELETE FROM pending_signature f USING taken t
  WHERE f.petition_id = t.petition_id AND f.email_index = t.email_index
  RETURNING f.petition_id, f.token_hash, t.confirmed_at AS now, f.token_hash = t.token_hash AS is_taken
), superseded_links AS (
  INSERT INTO spent_link (token_hash, reason, petition_id, purge_on)
  SELECT token_hash, 'superseded', petition_id, (now AT TIME ZONE 'UTC')::date + ${SPENT_LINK_DAYS}
  FROM (SELECT petition_id, token_hash, now FROM deleted_forms WHERE NOT is_taken
    UNION SELECT before.petition_id, before.token_hash, before.now FROM before JOIN taken USING (petition_id, email_index))
    AS vanished
  ON CONFLICT DO NOTHING
), to_index AS (
  INSERT INTO signature_name (petition_id, email_index) SELECT petition_id, email_index FROM taken
  ON CONFLICT (petition_id, email_index) DO UPDATE SET name_index = NULL
)
SELECT encode(taken.token_hash, 'hex') AS token_hash, taken.locale, taken.state, form.domain_index
FROM taken JOIN form USING (petition_id, email_index)`
