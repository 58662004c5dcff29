import { pool } from '@/lib/db'
import { tally } from '@/lib/integrity/tally'
import { hashToken } from '@/lib/vault/token'
import { LINK_LIFE_DAYS } from './link-life'

export type ConfirmResult =
  | { ok: true; locale: string }
  | {
      ok: false
      reason: 'token_unknown' | 'petition_closed' | 'expired' | 'held' | 'removed' | 'withdrawn'
      locale: string | null
    }

/**
 * Confirms the signature behind a mailed token. Pressing twice, or twenty times at once, confirms once.
 * It is counted by the appender with the next batch; a suspicious one is held until a person has looked at it.
 */
export async function confirm(token: string, now: Date): Promise<ConfirmResult> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return { ok: false, reason: 'token_unknown', locale: null }
  const confirmed = await pool().query<{ locale: string; state: string }>({
    name: 'confirm-signature',
    text: `UPDATE signature s
           SET state = CASE WHEN s.suspicious THEN 'held' ELSE 'confirmed' END::signature_state, confirmed_at = $2
           FROM petition p
           WHERE s.token_hash = $1 AND s.state = 'pending' AND s.received_at > $2::timestamptz - make_interval(days => $3)
             AND p.id = s.petition_id AND p.status = 'open'
           RETURNING s.locale, s.state::text`,
    values: [tokenHash, now, LINK_LIFE_DAYS],
  })
  const row = confirmed.rows[0]
  if (!row) return whyNot(tokenHash)
  if (row.state !== 'held') return { ok: true, locale: row.locale }
  tally('held')
  return { ok: false, reason: 'held', locale: row.locale }
}

async function whyNot(tokenHash: Buffer): Promise<ConfirmResult> {
  const { rows } = await pool().query<{ state: string; locale: string; status: string }>(
    `SELECT s.state::text, s.locale, p.status::text FROM signature s JOIN petition p ON p.id = s.petition_id WHERE s.token_hash = $1`,
    [tokenHash],
  )
  const row = rows[0]
  if (!row) return { ok: false, reason: 'token_unknown', locale: null }
  const { state, locale, status } = row
  if (state === 'confirmed' || state === 'counted') return { ok: true, locale }
  if (state === 'held' || state === 'removed' || state === 'withdrawn') return { ok: false, reason: state, locale }
  return { ok: false, reason: status === 'open' ? 'expired' : 'petition_closed', locale }
}
