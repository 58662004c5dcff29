import type pg from 'pg'
import { growTree } from '@/lib/ledger/grow-tree'

/**
 * Fills a petition up to a number of counted signatures, with the rows that so many people would have left: made
 * by the database itself, sealed bytes random.
 */
export async function fill(client: pg.Client, petitionId: string, signatures: number): Promise<void> {
  const { rows } = await client.query<{ n: number }>(
    'SELECT coalesce(max(index) + 1, 0)::int AS n FROM ledger_leaf WHERE petition_id = $1',
    [petitionId],
  )
  const have = rows[0]?.n ?? 0
  if (have >= signatures) return
  await client.query(
    `INSERT INTO signature (petition_id, email_index, content_mac, text_sha256, token_hash, commitment, sealed, state,
       locale, country, display, updates, has_comment, received_at, confirmed_at, counted_at, leaf_index)
     SELECT $1, sha256(('e' || i)::bytea), sha256(('c' || i)::bytea), t.sha256, sha256(('t' || i)::bytea), sha256(('l' || i)::bytea),
       decode(repeat(md5(i::text), 16), 'hex'), 'counted', 'en', (ARRAY['KR','JP','US','FR','GB','DE','CA','BR'])[1 + i % 8],
       'initials', i % 3 = 0, i % 10 = 0, at, at, at, i
     FROM generate_series($2::int, $3::int - 1) i,
       LATERAL (SELECT now() - make_interval(mins => ($3 - i) / 20) AS at) w,
       LATERAL (SELECT sha256 FROM petition_text WHERE petition_id = $1 AND locale = 'en' LIMIT 1) t`,
    [petitionId, have, signatures],
  )
  await client.query(
    `INSERT INTO ledger_leaf (petition_id, index, kind, leaf)
     SELECT $1, i, 'sign', '\\x01010000000000000001'::bytea || sha256(('l' || i)::bytea) FROM generate_series($2::int, $3::int - 1) i`,
    [petitionId, have, signatures],
  )
  await client.query('DELETE FROM ledger_tile WHERE petition_id = $1', [petitionId])
  await growTree(client, petitionId, signatures, [])
  await client.query(
    `INSERT INTO mail (address_index, day, slot, kind, petition_id, email_index, queued_at, not_before, sent_at)
     SELECT sha256(('a' || i)::bytea), current_date, 1, 'signature', $1, sha256(('e' || i)::bytea), now(), now(), now()
     FROM generate_series($2::int, $3::int - 1) i`,
    [petitionId, have, signatures],
  )
  await client.query(
    `INSERT INTO country_total (petition_id, country, net)
     SELECT petition_id, country, count(*) FROM signature WHERE petition_id = $1 AND state = 'counted' GROUP BY 1, 2
     ON CONFLICT (petition_id, country) DO UPDATE SET net = excluded.net`,
    [petitionId],
  )
  await client.query(
    `INSERT INTO hour_total (petition_id, hour, net)
     SELECT petition_id, date_trunc('hour', counted_at, 'UTC'), count(*) FROM signature WHERE petition_id = $1 AND state = 'counted' GROUP BY 1, 2
     ON CONFLICT (petition_id, hour) DO UPDATE SET net = excluded.net`,
    [petitionId],
  )
  await client.query(
    `INSERT INTO petition_total (petition_id, size, net, as_of) VALUES ($1, $2, $2, now())
     ON CONFLICT (petition_id) DO UPDATE SET size = excluded.size, net = excluded.net, as_of = excluded.as_of`,
    [petitionId, signatures],
  )
  await client.query('VACUUM ANALYZE signature, ledger_leaf, mail')
  await client.query('CHECKPOINT')
}
