import { db } from '@/lib/db'
import { keepTrying } from '@/lib/failover/keep-trying'
import { openUnsubscribeToken } from './unsubscribe-token'

/**
 * Stops mailings to the person of a mailed link. Repeated calls and invalid links get the same answer. Mails already
 * queued are checked again before sending (`composeMailing`).
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
