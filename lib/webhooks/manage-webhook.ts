import { randomUUID } from 'node:crypto'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { sealRecord } from '@/lib/vault/seal-record'
import { TEST } from './event-kinds'
import { newSecret } from './secret'

type Refused = { ok: false; reason: 'webhook_changed' }
type Managed = { ok: true } | Refused

const changed: Refused = { ok: false, reason: 'webhook_changed' }

/**
 * Makes a new secret that signs messages from now on; the previous one becomes invalid.
 * @param which the first, or a replacement: of two people who make the first at once, one is refused
 * @returns `secret`, to be shown once; the database holds it sealed
 */
export function renewSecret(
  by: Staff,
  id: string,
  which: 'first' | 'next',
  now: Date,
): Promise<{ ok: true; secret: string } | Refused> {
  return staffWrite<{ ok: true; secret: string } | Refused>(by, 'webhook.manage', now, async ({ tx, log }) => {
    const secret = newSecret()
    const where = { id, sealed: which === 'first' ? null : { not: null } }
    const { count } = await tx.webhook.updateMany({ where, data: { sealed: sealRecord({ secret }) } })
    if (count === 0) return changed
    log('webhook.renew_secret', `webhook:${id}`)
    return { ok: true, secret }
  })
}

/** Queues a test message to one address. */
export function sendTest(by: Staff, id: string, now: Date): Promise<Managed> {
  return staffWrite<Managed>(by, 'webhook.manage', now, async ({ tx, log }) => {
    const webhook = await tx.webhook.findFirst({ where: { id, pausedAt: null, sealed: { not: null } } })
    if (!webhook) return changed
    const delivery = { webhookId: id, dueAt: now }
    const event = { id: randomUUID(), kind: TEST, data: '{}', createdAt: now, deliveries: { create: delivery } }
    await tx.webhookEvent.create({ data: event })
    log('webhook.test', `webhook:${id}`)
    return { ok: true }
  })
}

/** Stops sending; messages wait meanwhile. */
export function pauseWebhook(by: Staff, id: string, now: Date): Promise<Managed> {
  return staffWrite<Managed>(by, 'webhook.stop', now, async ({ tx, log }) => {
    const data = { pausedAt: now, pauseReason: 'staff' }
    const { count } = await tx.webhook.updateMany({ where: { id, pausedAt: null }, data })
    if (count === 0) return changed
    log('webhook.pause', `webhook:${id}`)
    return { ok: true }
  })
}

/** Sends again, including messages that waited or were given up. */
export function resumeWebhook(by: Staff, id: string, now: Date): Promise<Managed> {
  return staffWrite<Managed>(by, 'webhook.manage', now, async ({ tx, log }) => {
    const data = { pausedAt: null, pauseReason: null }
    const { count } = await tx.webhook.updateMany({ where: { id, pausedAt: { not: null } }, data })
    if (count === 0) return changed
    const undelivered = {
      webhookId: id,
      deliveredAt: null,
      OR: [{ dueAt: null }, { dueAt: { gt: now }, attempts: { gt: 0 } }],
    }
    await tx.webhookDelivery.updateMany({ where: undelivered, data: { attempts: 0, dueAt: now } })
    log('webhook.resume', `webhook:${id}`)
    return { ok: true }
  })
}

/** Deletes an address with its secret and all its waiting messages. */
export function removeWebhook(by: Staff, id: string, why: string, now: Date): Promise<Managed> {
  return staffWrite<Managed>(by, 'webhook.stop', now, async ({ tx, log }) => {
    const [removed] = await tx.webhook.findMany({ where: { id } })
    if (!removed) return changed
    await tx.webhook.deleteMany({ where: { id } })
    log('webhook.remove', `webhook:${id}`, { address: removed.url, why })
    return { ok: true }
  })
}
