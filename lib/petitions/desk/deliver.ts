import { db } from '@/lib/db'
import { askApproval } from '@/lib/staff/approvals/ask-approval'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { dataClock } from '../data-clock'
import { changeStatus, changeStatusIn, type StatusChange, type StatusResult } from './change-status'
import { momentOf, notBeforeOpening } from './moment'
import { whenAgreed } from './when-agreed'

/** What must be left for taking it back before personal data go, in ms; where it is less, it takes two people. */
const TIME_TO_NOTICE = 7 * 86_400_000

type Clock = Parameters<typeof dataClock>[0]

/**
 * The petition was handed over, on a day. From that day the personal data of its signers are kept for a month more
 * (`dataClock`). An open petition is closed by it.
 */
export async function deliver(by: Staff, id: string, seen: string, day: string, now: Date): Promise<StatusResult> {
  const change = delivery(day, now)
  if (!change) return { ok: false, reason: 'day_invalid' }
  const petition = await db().petition.findUnique({ where: { id } })
  if (petition && needsTwo(petition, day, now)) return { ok: false, reason: 'needs_two' }
  return changeStatus(by, change, id, seen, now)
}

/** Asks a second person, for a day so long ago that there would be hardly any time to notice a mistake. */
export function askDelivery(by: Staff, id: string, seen: string, day: string, reason: string, now: Date) {
  return db().$transaction(async (tx) => {
    const petition = await tx.petition.findUnique({ where: { id, removedAt: null }, include: { total: true } })
    const deleted = petition && deletionAfter(petition, day, now)
    if (!petition || !deleted || petition.status !== seen) return null
    const counted = String(petition.total?.net ?? 0)
    const detail = { petition: petition.slug, status: seen, day, counted, 'personal data deleted': dayOf(deleted) }
    return askApproval(tx, by, { verb: 'petition.deliver', subject: `petition:${id}`, detail, reason }, now)
  })
}

/** The second person agreed. */
export function deliverApproved(by: Staff, approvalId: string, now: Date) {
  return whenAgreed(by, approvalId, 'petition.deliver', now, async (tx, { id, detail }) => {
    const change = delivery(detail.day ?? '', now)
    return change !== null && (await changeStatusIn(tx, by, change, id, detail.status ?? '', now)).ok
  })
}

/** When personal data would be deleted after a delivery on that day; null where it cannot have been delivered then. */
export function deletionAfter({ openedAt }: Clock, day: string, now: Date): Date | null {
  const deliveredAt = momentOf(day, now)
  const opened = openedAt?.toISOString().slice(0, 10)
  return deliveredAt && opened && opened <= day ? dataClock({ openedAt, deliveredAt }) : null
}

/** Whether personal data would go so much sooner by it that a mistake could hardly be noticed before. */
export function needsTwo(petition: Clock, day: string, now: Date): boolean {
  const [before, after] = [dataClock(petition), deletionAfter(petition, day, now)]
  return before !== null && after !== null && after < before && after.getTime() - now.getTime() < TIME_TO_NOTICE
}

function delivery(day: string, now: Date): StatusChange | null {
  const at = momentOf(day, now)
  return (
    at && {
      verb: 'deliver',
      from: ['open', 'closed', 'won'],
      set: Prisma.sql`status = 'delivered', delivered_at = ${at}::timestamptz, closed_at = coalesce(closed_at, ${now}::timestamptz)`,
      where: notBeforeOpening(at),
      otherwise: 'day_invalid',
      detail: { day },
    }
  )
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
