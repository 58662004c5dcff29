import { db } from '@/lib/db'
import { openUnsubscribeToken } from './unsubscribe-token'

/**
 * Stops mailings to the person of a mailed link. Doing it twice, or with an invalid link, gives the same answer. Mails
 * that are already queued are checked again when they are sent (`composeMailing`).
 */
export async function unsubscribe(token: string): Promise<void> {
  const subject = openUnsubscribeToken(token)
  if (!subject) return
  const { petitionId } = subject
  const [emailIndex, tokenHash] = [Buffer.from(subject.emailIndex), Buffer.from(subject.tokenHash)]
  const where = { petitionId, updates: true, OR: [{ emailIndex }, { tokenHash }] }
  await db().signature.updateMany({ where, data: { updates: false } })
}
