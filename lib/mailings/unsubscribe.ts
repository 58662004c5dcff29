import { pool } from '@/lib/db'
import { openUnsubscribeToken } from './unsubscribe-token'

/**
 * Stops mailings to the person of a mailed link. Doing it twice, or with an invalid link, gives the same answer. Mails
 * that are already queued are checked again when they are sent (`composeMailing`).
 */
export async function unsubscribe(token: string): Promise<void> {
  const subject = openUnsubscribeToken(token)
  if (!subject) return
  await pool().query(
    `UPDATE signature SET updates = false
     WHERE petition_id = $1 AND (email_index = $2 OR token_hash = $3) AND updates`,
    [subject.petitionId, subject.emailIndex, subject.tokenHash],
  )
}
