import { pool } from '@/lib/db'
import { greetedName } from '@/lib/mail/messages/greeted-name'
import { openRecord } from '@/lib/vault/open-record'
import { signatureRecord } from '../signature-record'
import { shownName } from './shown-name'

/** Names that are put up together at least: fewer would say who signed at what time. */
const FEWEST = 10
/** Names that are up at most; the oldest go first. */
const MOST = 30
const HOUR = 3_600_000

/**
 * Puts up names of signers who chose to be named in full: at most once an hour, ten or more at once, in random order.
 * Whoever withdraws, changes or is set aside is out of sight at once (`namedSigners`); here their row goes, too.
 */
export async function listSigners(now: Date): Promise<number> {
  await pool().query(
    `DELETE FROM listed_signer l USING signature s
     WHERE s.petition_id = l.petition_id AND s.email_index = l.email_index
       AND (s.content_mac <> l.content_mac OR s.display <> 'full' OR s.state NOT IN ('counted', 'held'))`,
  )
  const { rows } = await pool().query<{ id: string; listed_at: Date | null; batch: number | null }>(
    `SELECT p.id, l.listed_at, l.batch FROM petition p LEFT JOIN signer_listing l ON l.petition_id = p.id
     WHERE p.status <> 'draft' AND (l.listed_at IS NULL OR l.listed_at <= $1)`,
    [new Date(now.getTime() - HOUR)],
  )
  let listed = 0
  for (const { id, listed_at, batch } of rows) listed += await putUp(id, listed_at, batch, now)
  return listed
}

async function putUp(petitionId: string, since: Date | null, batch: number | null, now: Date): Promise<number> {
  // Of all who came since, any thirty: who is not among them could have come as well.
  const { rows } = await pool().query<{ email_index: Buffer; sealed: Buffer; content_mac: Buffer }>(
    `SELECT email_index, sealed, content_mac FROM (
       SELECT email_index, sealed, content_mac FROM signature
       WHERE petition_id = $1 AND display = 'full' AND state = 'counted' AND counted_at > $2
       ORDER BY counted_at DESC LIMIT 300) AS newest
     ORDER BY random() LIMIT ${MOST}`,
    [petitionId, since ?? new Date(0)],
  )
  const named = rows.flatMap(({ email_index, sealed, content_mac }) => {
    const shown = shownName(openRecord(sealed, signatureRecord).name, 'full')
    // A name that is rather a message is not put up.
    const name = shown && greetedName(shown)
    return name ? [{ email_index, content_mac, name }] : []
  })
  if (named.length < FEWEST) return 0
  return store(petitionId, named, batch, now)
}

/** One worker does it: the others find that the listing has moved on. */
async function store(
  petitionId: string,
  named: { email_index: Buffer; content_mac: Buffer; name: string }[],
  batch: number | null,
  now: Date,
): Promise<number> {
  const { rowCount } = await pool().query(
    `WITH turn AS (
       INSERT INTO signer_listing AS old (petition_id, batch, listed_at) VALUES ($1, 1, $3)
       ON CONFLICT (petition_id) DO UPDATE SET batch = old.batch + 1, listed_at = excluded.listed_at
       WHERE old.batch = $2 RETURNING batch
     ), gone AS (
       DELETE FROM listed_signer l USING turn WHERE l.petition_id = $1 AND (l.batch, l.place) NOT IN (
         SELECT batch, place FROM listed_signer WHERE petition_id = $1 ORDER BY batch DESC, place LIMIT $7)
     )
     INSERT INTO listed_signer (petition_id, email_index, name, content_mac, batch, place)
     SELECT $1, t.email_index, t.name, t.content_mac, turn.batch, t.place
     FROM unnest($4::bytea[], $5::text[], $6::bytea[]) WITH ORDINALITY AS t(email_index, name, content_mac, place)
     CROSS JOIN turn
     JOIN signature s ON s.petition_id = $1 AND s.email_index = t.email_index
     ON CONFLICT (petition_id, email_index) DO NOTHING`,
    [
      petitionId,
      batch,
      now,
      named.map(({ email_index }) => email_index),
      named.map(({ name }) => name),
      named.map(({ content_mac }) => content_mac),
      Math.max(0, MOST - named.length),
    ],
  )
  return rowCount ?? 0
}
