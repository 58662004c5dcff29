import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { changeStatus, type StatusResult } from './change-status'
import { momentOf, notBeforeOpening } from './moment'

/** What was asked for has been done, on a day. An open petition is closed by it. */
export async function win(by: Staff, id: string, seen: string, day: string, now: Date): Promise<StatusResult> {
  const at = momentOf(day, now)
  if (!at) return { ok: false, reason: 'day_invalid' }
  return changeStatus(
    by,
    {
      verb: 'win',
      from: ['open', 'closed', 'delivered'],
      set: Prisma.sql`status = 'won', won_at = ${at}::timestamptz, closed_at = coalesce(closed_at, ${now}::timestamptz)`,
      where: notBeforeOpening(at),
      otherwise: 'day_invalid',
      detail: { day },
    },
    id,
    seen,
    now,
  )
}
