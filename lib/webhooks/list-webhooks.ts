import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { pageOf, rowsOf } from '@/lib/input/pages'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { eventKindNames } from './event-kinds'

type WebhookState = 'active' | 'no_secret' | 'paused'

const select = { id: true, url: true, events: true, createdAt: true, pausedAt: true, pauseReason: true } as const

/** Lists registered addresses, oldest first. */
export async function listWebhooks(by: Staff) {
  authorise(by, 'webhook.read')
  const [rows, secret, waiting] = await Promise.all([
    db().webhook.findMany({ select, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    db().webhook.findMany({ where: { sealed: { not: null } }, select: { id: true } }),
    db().webhookDelivery.groupBy({ by: ['webhookId'], where: { dueAt: { not: null } }, _count: true }),
  ])
  return rows.map(({ events, ...row }) => {
    const hasSecret = secret.some(({ id }) => id === row.id)
    const state: WebhookState = row.pausedAt ? 'paused' : hasSecret ? 'active' : 'no_secret'
    const kinds = eventKindNames.filter((kind) => events.includes(kind))
    const waits = waiting.find(({ webhookId }) => webhookId === row.id)?._count ?? 0
    return { ...row, kinds, state, hasSecret, waits }
  })
}

export type WebhookView = Awaited<ReturnType<typeof listWebhooks>>[number]

/** Returns one registered address; null if there is none. */
export async function findWebhook(by: Staff, id: string): Promise<WebhookView | null> {
  return (isId(id) && (await listWebhooks(by)).find((one) => one.id === id)) || null
}

/** Lists messages to an address, newest first. */
export async function listMessages(by: Staff, webhookId: string, page: number) {
  authorise(by, 'webhook.read')
  const [rows, total] = await Promise.all([
    db().webhookDelivery.findMany({
      where: { webhookId },
      include: { event: { select: { kind: true, createdAt: true, petition: { select: { slug: true } } } } },
      orderBy: [{ event: { createdAt: 'desc' } }, { eventId: 'asc' }],
      ...rowsOf(page),
    }),
    db().webhookDelivery.count({ where: { webhookId } }),
  ])
  return pageOf(page, rows, total)
}

export type MessageView = Awaited<ReturnType<typeof listMessages>>['rows'][number]
