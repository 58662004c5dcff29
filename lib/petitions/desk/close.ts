import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { changeStatus, type StatusChange, type StatusResult } from './change-status'

/** Nobody can sign or confirm any more; what is counted stays. */
export function close(by: Staff, id: string, seen: string, now: Date): Promise<StatusResult> {
  return changeStatus(by, closing(now), id, seen, now)
}

export function closing(now: Date): StatusChange {
  return { verb: 'close', from: ['open'], set: Prisma.sql`status = 'closed', closed_at = ${now}` }
}
