import { db } from '@/lib/db'
import { queueStaffNotice } from '../notices/queue-staff-notice'
import { approvableFrom } from '../roles'
import { lastMoment } from './approval-expiry'
import { concerned } from './second-person'

/** How long before a request expires its possible approvers are notified, in ms. */
const NOTICE = 4 * 3_600_000
/** No notice is sent about requests that expired longer ago than this, while no worker ran, in ms. */
const LATEST = 86_400_000

/** Notifies those who may approve a request that expires soon, and the requester of one that has expired; once each. */
export async function notifyExpiring(now: Date): Promise<void> {
  const soon = lastMoment(new Date(now.getTime() + NOTICE))
  const oldest = lastMoment(new Date(now.getTime() - LATEST))
  const pending = await db().approval.findMany({
    where: { approvedAt: null, refusedAt: null, askedAt: { lte: soon, gt: oldest } },
    select: { id: true, verb: true, subject: true, askedBy: true, askedAt: true },
  })
  for (const { id, verb, subject, askedBy, askedAt } of pending) {
    const may = approvableFrom(verb)
    if (!may) continue
    const expired = askedAt <= lastMoment(now)
    const kind = expired ? 'request_expired' : 'approval_expiring'
    const to = expired ? [askedBy] : { may, except: [askedBy, ...concerned(subject)] }
    const detail = { approval: id, verb }
    await queueStaffNotice(db(), { kind, to, detail, once: true }, now)
  }
}
