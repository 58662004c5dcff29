import { pool } from '@/lib/db'
import { keepTrying } from '@/lib/failover/keep-trying'
import { dayOf } from '@/lib/input/day'
import { hashToken } from '@/lib/vault/token'
import { SPENT_LINK_DAYS } from './spent-links'
import { standingSql } from './states'

export type WithdrawResult = { ok: true; locale: string } | { ok: false; reason: 'token_unknown' }

/**
 * Withdraws a signature, or deletes the pending form of the token. The appender retracts a counted one in the ledger
 * with the next batch; the same statement writes the request for it, to the day only: an exact time would link the
 * public entry to somebody who was online then. Withdrawing twice has the effect of once.
 * @throws DatabaseAway if the database stayed away for too long
 */
export async function withdraw(token: string, now: Date): Promise<WithdrawResult> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return { ok: false, reason: 'token_unknown' }
  // Tried again, a withdrawn signature is recognised as such, and the retraction's key lets it be requested only once.
  const locale = await keepTrying(async () => (await takeBack(tokenHash, now)) ?? (await alreadyWithdrawn(tokenHash)))
  return locale ? { ok: true, locale } : { ok: false, reason: 'token_unknown' }
}

async function takeBack(tokenHash: Buffer, now: Date): Promise<string | undefined> {
  const { rows } = await pool().query<{ locale: string }>(
    `WITH taken AS (
       UPDATE signature SET state = 'withdrawn', withdrawn_at = $2, mailbox_index = NULL, network_group = NULL
       WHERE token_hash = $1 AND state IN ${standingSql}
       RETURNING petition_id, leaf_index, country, locale
     ), requested AS (
       INSERT INTO retraction (petition_id, leaf_index, reason, country, requested_at)
       SELECT petition_id, leaf_index, 'withdrawn', country, $2 FROM taken WHERE leaf_index IS NOT NULL
       ON CONFLICT DO NOTHING
     ), dismissed AS (
       DELETE FROM pending_signature WHERE token_hash = $1 RETURNING petition_id, token_hash, locale
     ), noted AS (
       INSERT INTO spent_link (token_hash, reason, petition_id, purge_on)
       SELECT token_hash, 'dismissed', petition_id, ($2::timestamptz AT TIME ZONE 'UTC')::date + ${SPENT_LINK_DAYS}
       FROM dismissed ON CONFLICT DO NOTHING
     )
     SELECT locale FROM taken UNION ALL SELECT locale FROM dismissed`,
    [tokenHash, dayOf(now)],
  )
  return rows[0]?.locale
}

async function alreadyWithdrawn(tokenHash: Buffer): Promise<string | undefined> {
  const { rows } = await pool().query<{ locale: string }>(
    `SELECT locale FROM signature WHERE token_hash = $1 AND state = 'withdrawn'
     UNION ALL SELECT 'en' FROM spent_link WHERE token_hash = $1 AND reason = 'dismissed'`,
    [tokenHash],
  )
  return rows[0]?.locale
}
