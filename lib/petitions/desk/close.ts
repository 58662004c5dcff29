import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { changeStatus, type StatusResult } from './change-status'

/** Nobody can sign or confirm any more; what is counted stays. */
export function close(by: Staff, id: string, seen: string, now: Date): Promise<StatusResult> {
  const set = Prisma.sql`status = 'closed', closed_at = ${now}`
  return changeStatus(by, { verb: 'close', from: ['open'], set }, id, seen, now)
}
