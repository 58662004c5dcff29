import { pool } from '@/lib/db'
import { keepTrying } from '@/lib/failover/keep-trying'
import { hashToken } from '@/lib/vault/token'

export type RefuseReminderResult = { ok: true; locale: string } | { ok: false; reason: 'token_unknown' }

/**
 * Stops reminders to the owner of the address behind a form's token, for this and every other form of the petition,
 * posted already or later. The form and its link stay valid. Calling it again changes nothing.
 */
export async function refuseReminder(token: string): Promise<RefuseReminderResult> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return { ok: false, reason: 'token_unknown' }
  const { rows } = await keepTrying(() =>
    pool().query<{ locale: string }>(
      `WITH own AS (SELECT petition_id, email_index, locale FROM pending_signature WHERE token_hash = $1),
       refused AS (
         UPDATE pending_signature f SET no_reminder = true FROM own
         WHERE f.petition_id = own.petition_id AND f.email_index = own.email_index
       )
       SELECT locale FROM own`,
      [tokenHash],
    ),
  )
  return rows[0] ? { ok: true, locale: rows[0].locale } : { ok: false, reason: 'token_unknown' }
}
