import { db } from '@/lib/db'
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
  await keepTrying(() =>
    db().signature.updateMany({
      where: {
        petitionId,
        updates: true,
        OR: [{ emailIndex: Buffer.from(emailIndex) }, { tokenHash: Buffer.from(tokenHash) }],
      },
      data: { updates: false },
    }),
  )
}
