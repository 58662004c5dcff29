import { pool } from '@/lib/db'
import { salutation } from '@/lib/mail/messages/salutation'
import { openRecord } from '@/lib/vault/open-record'
import { signatureRecord } from '../signature-record'
import { countedSql } from '../states'
import { publicName } from './public-name'

/** The fewest names published together: fewer would reveal who signed when. */
const MIN_BATCH = 10
/** The most names published at once; the oldest go first. */
const MAX_NAMES = 30
const HOUR = 3_600_000

/**
 * Publishes names of signers who chose to be named in full: at most once an hour, ten or more at once, in random order.
 * A signer who withdraws, changes their name or is removed disappears at once (`listPublishedSigners`); here their row
 * is deleted too.
 */
export async function publishSigners(now: Date): Promise<number> {
  await pool().query(
    `DELETE FROM published_signer l USING signature s
     WHERE s.petition_id = l.petition_id AND s.email_index = l.email_index
       AND (s.content_mac <> l.content_mac OR s.display <> 'full' OR NOT ${countedSql})`,
  )
  const { rows } = await pool().query<Turn>(
    `SELECT p.id, coalesce(l.size, 0) AS since, t.size AS until, l.batch
     FROM petition p JOIN petition_total t ON t.petition_id = p.id LEFT JOIN signer_publication l ON l.petition_id = p.id
     WHERE p.status <> 'draft' AND (l.published_at IS NULL OR l.published_at <= $1)`,
    [new Date(now.getTime() - HOUR)],
  )
  let listed = 0
  for (const turn of rows) listed += await publish(turn, now)
  return listed
}

interface Turn {
  id: string
  /** The ledger sizes at the last publication and now: signatures counted by a leaf between them are new. */
  since: string
  until: string
  batch: number | null
}

async function publish(turn: Turn, now: Date): Promise<number> {
  const { id, since, until } = turn
  // Any thirty of the new ones: a signer who is not among them could have come as well.
  const { rows } = await pool().query<{ email_index: Buffer; sealed: Buffer; content_mac: Buffer }>(
    `SELECT email_index, sealed, content_mac FROM (
       SELECT email_index, sealed, content_mac FROM signature
       WHERE petition_id = $1 AND display = 'full' AND state = 'counted' AND leaf_index >= $2 AND leaf_index < $3
       ORDER BY leaf_index DESC LIMIT 300) AS newest
     ORDER BY random() LIMIT ${MAX_NAMES}`,
    [id, since, until],
  )
  const named = rows.flatMap(({ email_index, sealed, content_mac }) => {
    const shown = publicName(openRecord(sealed, signatureRecord).name, 'full')
    // A name that reads like a message is not published.
    const name = shown && salutation(shown)
    return name ? [{ email_index, content_mac, name }] : []
  })
  if (named.length < MIN_BATCH) return 0
  return store(turn, named, now)
}

/** One worker does it; the others find that the publication has moved on. */
async function store(
  { id, batch, until }: Turn,
  named: { email_index: Buffer; content_mac: Buffer; name: string }[],
  now: Date,
): Promise<number> {
  const { rowCount } = await pool().query(
    `WITH turn AS (
       INSERT INTO signer_publication AS old (petition_id, batch, published_at, size) VALUES ($1, 1, $3, $8)
       ON CONFLICT (petition_id) DO UPDATE SET batch = old.batch + 1, published_at = excluded.published_at, size = excluded.size
       WHERE old.batch = $2 RETURNING batch
     ), gone AS (
       DELETE FROM published_signer l USING turn WHERE l.petition_id = $1 AND (l.batch, l.place) NOT IN (
         SELECT batch, place FROM published_signer WHERE petition_id = $1 ORDER BY batch DESC, place LIMIT $7)
     )
     INSERT INTO published_signer (petition_id, email_index, name, content_mac, batch, place)
     SELECT $1, t.email_index, t.name, t.content_mac, turn.batch, t.place
     FROM unnest($4::bytea[], $5::text[], $6::bytea[]) WITH ORDINALITY AS t(email_index, name, content_mac, place)
     CROSS JOIN turn
     JOIN signature s ON s.petition_id = $1 AND s.email_index = t.email_index
     ON CONFLICT (petition_id, email_index) DO NOTHING`,
    [
      id,
      batch,
      now,
      named.map(({ email_index }) => email_index),
      named.map(({ name }) => name),
      named.map(({ content_mac }) => content_mac),
      Math.max(0, MAX_NAMES - named.length),
      until,
    ],
  )
  return rowCount ?? 0
}
