import { db } from '@/lib/db'
import { queueStaffNotice } from '@/lib/staff/notices/queue-staff-notice'
import { openRecord } from '@/lib/vault/open-record'
import { type ClaimedMessage, claimMessages } from './claim-messages'
import { messageBody } from './message-body'
import { type PostResult, postMessage } from './post-message'
import { MAX_ATTEMPTS } from './retry'
import { sealedSecret, signatureHeaders } from './secret'

type Post = (url: string, headers: Record<string, string>, body: string) => Promise<PostResult>

/**
 * Sends due messages, each at least once; receivers recognise repetitions by their id. An address that fails for three
 * days, or answers that it is gone, is paused, and the owners are notified.
 * @returns how many messages were tried
 */
export async function sendMessages(now: Date, post: Post = postMessage): Promise<number> {
  const claimed = await claimMessages(now)
  const results = await Promise.allSettled(claimed.map((message) => send(message, now, post)))
  for (const result of results) if (result.status === 'rejected') throw result.reason
  return claimed.length
}

async function send(message: ClaimedMessage, now: Date, post: Post): Promise<void> {
  // A worker died in the last attempt.
  if (message.attempts > MAX_ATTEMPTS) return giveUp(message, 'failing', now)
  const { secret } = openRecord(message.sealed, sealedSecret)
  const body = messageBody(message)
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'petition-webhooks/1',
    ...signatureHeaders(secret, message.eventId, now, body),
  }
  const result = await post(message.url, headers, body)
  const where = { webhookId: message.webhookId, eventId: message.eventId, deliveredAt: null }
  const status = result.status ?? null
  if (result.ok) {
    const arrived = { deliveredAt: now, dueAt: null, status, failure: null }
    await db().webhookDelivery.updateMany({ where, data: arrived })
    return
  }
  await db().webhookDelivery.updateMany({ where, data: { status, failure: result.reason } })
  if (result.reason === 'gone') await giveUp(message, 'gone', now)
  else if (message.attempts >= MAX_ATTEMPTS) await giveUp(message, 'failing', now)
}

/** The reason why an address was paused. */
type PauseReason = 'failing' | 'gone' | 'staff'

async function giveUp({ webhookId, eventId, url }: ClaimedMessage, reason: PauseReason, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.webhookDelivery.updateMany({ where: { webhookId, eventId, deliveredAt: null }, data: { dueAt: null } })
    const paused = { pausedAt: now, pauseReason: reason }
    const { count } = await tx.webhook.updateMany({ where: { id: webhookId, pausedAt: null }, data: paused })
    if (count === 0) return
    const detail = { webhook: webhookId, host: new URL(url).hostname, at: now.toISOString().slice(0, 16) }
    await queueStaffNotice(tx, { kind: 'webhook_paused', to: 'owners', detail }, now)
  })
}
