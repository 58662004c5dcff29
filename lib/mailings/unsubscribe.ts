import { pool } from '@/lib/db'
import { keepTrying } from '@/lib/failover/keep-trying'
import { openUnsubscribeToken } from './unsubscribe-token'

/**
 * Stops mailings to the person of a mailed link. Doing it twice, or with an invalid link, gives the same answer. Mails
 * that are already queued are checked again when they are sent (`composeMailing`).
 */
export async function unsubscribe(token: string): Promise<void> {
  const subject = openUnsubscribeToken(token)
  if (!subject) return
  const { petitionId, emailIndex, tokenHash } = subject
  // Whoever has none any more is not found.
  await keepTrying(() =>
    pool().query(
      `UPDATE signature SET updates = false
       WHERE petition_id = $1 AND updates AND (email_index = $2 OR token_hash = $3)`,
      [petitionId, Buffer.from(emailIndex), Buffer.from(tokenHash)],
    ),
  )
}
