import { isoDay } from '@/lib/input/day'
import type { TwoPersonAct } from '@/lib/staff/approvals/act'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'
import { formatNamesTo, parseNamesTo } from './names/names-to'
import { DAYS_AHEAD, type DeliveryOrder } from './order'

export type RequestDeliveryResult =
  | { ok: true; approval: string }
  | { ok: false; reason: 'petition_missing' | 'delivery_day' | 'waits' }

/**
 * Requests approval to publish the addressees and day of a delivery, and to make its pack. If it includes names, both
 * people must be allowed to hand over names.
 */
export function requestDelivery(
  by: Staff,
  petitionId: string,
  { day, addressees, namesTo, why }: DeliveryOrder,
  now: Date,
): Promise<RequestDeliveryResult> {
  return staffWrite<RequestDeliveryResult>(by, 'petition.hand_over', now, async ({ tx }) => {
    const petition = await findPublic(tx, petitionId)
    if (!petition) return { ok: false, reason: 'petition_missing' }
    if (!isPossible(day, petition.openedAt, now)) return { ok: false, reason: 'delivery_day' }
    const verb = namesTo.length > 0 ? 'petition.hand_over_names' : 'petition.hand_over'
    const to = { petition: petition.slug, day: isoDay(day), addressees: addressees.join('\n') }
    const detail = namesTo.length > 0 ? { ...to, 'names to': formatNamesTo(namesTo) } : to
    const request = { verb, subject: `petition:${petitionId}`, detail, reason: why } as const
    const approval = await requestApproval(tx, by, request, now)
    return approval ? { ok: true, approval } : { ok: false, reason: 'waits' }
  })
}

/** Stores the delivery, after approval; a worker makes its pack. */
export const executeHandover: TwoPersonAct = {
  lock: (tx, { key }) => lockRow(tx, 'petition', key),
  async execute(tx, { id, key, detail }, now) {
    if (!(await findPublic(tx, key))) return 'changed'
    const addressees = (detail.addressees ?? '').split('\n')
    const namesTo = detail['names to'] ? parseNamesTo(detail['names to']) : []
    const keys = namesTo.map(({ key }) => key)
    const recipient = keys.length > 1 ? '' : (keys[0] ?? detail.recipient)
    const delivery = {
      id,
      petitionId: key,
      deliveredOn: new Date(`${detail.day}T00:00:00Z`),
      addressees,
      approvedAt: now,
      namesTo: namesTo.map(({ addressee }) => addressee),
      // `recipient`: from requests before several were possible.
      ...(recipient === undefined ? {} : { withNames: true, names: { create: { recipient, recipients: keys } } }),
    }
    await tx.delivery.create({ data: delivery })
    return null
  },
}

function findPublic(tx: Prisma.TransactionClient, id: string) {
  return tx.petition.findFirst({
    where: { id, status: { not: 'draft' }, removedAt: null },
    select: { slug: true, openedAt: true },
  })
}

function isPossible(day: Date, openedAt: Date | null, now: Date): boolean {
  const opened = openedAt ? isoDay(openedAt) : ''
  return isoDay(day) >= opened && day.getTime() <= now.getTime() + DAYS_AHEAD * 86_400_000
}
