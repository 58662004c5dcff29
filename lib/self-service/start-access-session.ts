import { db, pool } from '@/lib/db'
import { sealWithToken } from '@/lib/vault/seal-with-token'
import { hashToken, newToken } from '@/lib/vault/token'
import { ACCESS_LINK_MINUTES, openContent } from './access-content'

export type AccessSessionResult = { ok: true; session: string; locale: string } | { ok: false; reason: 'link_unknown' }

/**
 * Exchanges a mailed access link for a session: the link is spent, so copies in mails, browser histories or scanner
 * logs open nothing. Of several concurrent calls one succeeds.
 */
export async function startAccessSession(token: string, now: Date): Promise<AccessSessionResult> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return unknown
  const found = await db().accessLink.findUnique({ where: { tokenHash } })
  const content = found && openContent(token, found.sealed)
  if (!content) return unknown

  const session = newToken()
  const { rowCount } = await pool().query(
    `WITH spent AS (
       DELETE FROM access_link WHERE token_hash = $1 AND kind = 'link' AND expires_at > $2 RETURNING address_index)
     INSERT INTO access_link (token_hash, kind, address_index, sealed, expires_at)
     SELECT $3, 'session', address_index, $4, $5 FROM spent`,
    [tokenHash, now, hashToken(session), sealWithToken(session, content), minutesAfter(now)],
  )
  return rowCount === 1 ? { ok: true, session, locale: content.locale } : unknown
}

const unknown: AccessSessionResult = { ok: false, reason: 'link_unknown' }

function minutesAfter(now: Date): Date {
  return new Date(now.getTime() + ACCESS_LINK_MINUTES * 60_000)
}
