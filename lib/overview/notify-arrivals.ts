import { db } from '@/lib/db'
import { timingOf } from '@/lib/staff/notices/notice-groups'
import { queueStaffNotice } from '@/lib/staff/notices/queue-staff-notice'
import { findArrivals } from './find-waiting'

/** Older arrivals are left to the digest, in ms. */
const LATEST = 86_400_000

/**
 * Notifies staff who chose "at once" of new items from others: a sheet to count, an application, a co-signature, a
 * member's proposal. Each item is notified once; a person gets at most one mail an hour.
 */
export async function notifyArrivals(now: Date): Promise<void> {
  const readers = await db().user.findMany({
    where: { disabledAt: null, signedInAt: { not: null }, NOT: { noticesDigested: { has: 'arrivals' } } },
    select: { id: true, role: true, noticesOff: true, noticesDigested: true },
  })
  for (const reader of readers) {
    if (timingOf('arrivals', reader) !== 'at_once') continue
    for (const [queue, newest] of await findArrivals(reader, new Date(now.getTime() - LATEST))) {
      const notice = { kind: 'arrived', to: [reader.id], detail: { queue, at: newest.toISOString() } } as const
      await queueStaffNotice(db(), { ...notice, once: true, timing: 'at_once' }, now)
    }
  }
}
