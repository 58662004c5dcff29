import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { changeStatus, type StatusResult } from './change-status'

/** Takes back that it was won or delivered: it is what it was before. What was deleted meanwhile stays deleted. */
export function takeBack(by: Staff, id: string, seen: string, now: Date): Promise<StatusResult> {
  return changeStatus(
    by,
    {
      verb: 'take_back',
      from: ['won', 'delivered'],
      // Won and delivered both: the other one stays.
      set: Prisma.sql`
        status = CASE WHEN p.status = 'won' AND p.delivered_at IS NOT NULL THEN 'delivered'
                      WHEN p.status = 'delivered' AND p.won_at IS NOT NULL THEN 'won' ELSE 'closed' END::petition_status,
        won_at = CASE WHEN p.status = 'won' THEN NULL ELSE p.won_at END,
        delivered_at = CASE WHEN p.status = 'delivered' THEN NULL ELSE p.delivered_at END`,
    },
    id,
    seen,
    now,
  )
}
