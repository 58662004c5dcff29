import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { MONTHS_AFTER_OPENING } from '../data-clock'
import { changeStatus, type StatusResult } from './change-status'

/** Opens a closed petition again, unless what its signers enter could not be kept any more. */
export function reopen(by: Staff, id: string, seen: string, now: Date): Promise<StatusResult> {
  return changeStatus(
    by,
    {
      verb: 'reopen',
      from: ['closed'],
      set: Prisma.sql`status = 'open', closed_at = NULL, closes_on = NULL`,
      where: Prisma.sql`p.opened_at AT TIME ZONE 'UTC' + make_interval(months => ${MONTHS_AFTER_OPENING}::int) > ${now}::timestamptz AT TIME ZONE 'UTC'`,
      otherwise: 'time_over',
    },
    id,
    seen,
    now,
  )
}
