import { db } from '@/lib/db'
import { timingOf } from '@/lib/staff/notices/notice-groups'
import { queueStaffNotice } from '@/lib/staff/notices/queue-staff-notice'
import { findArrivals } from './find-waiting'

/** In ms: what came before this is in the digest. */
const LATEST = 86_400_000

/**
 * Notifies those who want it at once of what came in from others and waits for them: a sheet to count, an application, a
 * co-signature, a member's proposal. Once for each, by its moment; mailed at most once an hour.
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
