import { createHash } from 'node:crypto'
import type { TwoPersonAct } from '@/lib/staff/approvals/act'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import type { WebhookForm } from './webhook-form'

export type RequestWebhookResult =
  | { ok: true; id: string; approval: string }
  | { ok: false; errors: Partial<Record<'address' | 'form', string[]>> }

/** Requests approval to register an address for events. */
export function requestWebhook(
  by: Staff,
  { address, events, why }: WebhookForm,
  now: Date,
): Promise<RequestWebhookResult> {
  return staffWrite<RequestWebhookResult>(by, 'webhook.manage', now, async ({ tx }) => {
    const id = idOf(address)
    if (await tx.webhook.findUnique({ where: { id } })) return { ok: false, errors: { address: ['taken'] } }
    const detail = { address, events: events.join(' ') }
    const request = { verb: 'webhook.add', subject: `webhook:${id}`, detail, reason: why } as const
    const approval = await requestApproval(tx, by, request, now)
    return approval ? { ok: true, id, approval } : { ok: false, errors: { form: ['waits'] } }
  })
}

/** Stores the address, after approval. Nothing is sent to it until it has a secret. */
export const executeWebhook: TwoPersonAct = {
  async execute(tx, { key, detail }, now) {
    const { address = '', events = '' } = detail
    const data = { id: key, url: address, events: events.split(' '), createdAt: now }
    const { count } = await tx.webhook.createMany({ data, skipDuplicates: true })
    return count === 0 ? 'changed' : null
  },
}

/** The id of an address (a UUID of version 8), so that simultaneous requests are one request. */
function idOf(address: string): string {
  const hash = createHash('sha256').update(`webhook ${address}`).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
