import { pool } from '@/lib/db'
import { hashToken, newToken } from '@/lib/vault/token'
import { SESSION_HOURS } from './access-record'

export type MemberSessionStart = { ok: true; session: string } | { ok: false; reason: 'link_unknown' }

/**
 * Exchanges a mailed link for a session. The link is spent: a copy of the mail, or of the address, opens nothing. Of
 * several at once one succeeds.
 */
export async function startMemberSession(token: string, now: Date): Promise<MemberSessionStart> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return { ok: false, reason: 'link_unknown' }
  const session = newToken()
  const { rowCount } = await pool().query(
    `WITH spent AS (
       DELETE FROM member_access a USING member_contact c, member m
       WHERE a.token_hash = $1 AND a.kind = 'link' AND a.expires_at > $2
         AND c.id = a.contact_id AND m.id = c.member_id AND m.left_on IS NULL
       RETURNING a.contact_id)
     INSERT INTO member_access (token_hash, kind, contact_id, expires_at) SELECT $3, 'session', contact_id, $4 FROM spent`,
    [tokenHash, now, hashToken(session), new Date(now.getTime() + SESSION_HOURS * 3_600_000)],
  )
  return rowCount === 1 ? { ok: true, session } : { ok: false, reason: 'link_unknown' }
}
