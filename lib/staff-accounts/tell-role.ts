import { queueStaffNotice } from '@/lib/staff/notices/queue-staff-notice'
import type { Prisma } from '@/prisma/generated/client'
import type { StaffRole } from '@/prisma/generated/enums'

/**
 * Notifies the owners and the person which role somebody has from now on; null: none. In the transaction that gives or
 * takes it, while the person is not disabled.
 */
export async function tellRole(
  tx: Prisma.TransactionClient,
  id: string,
  role: StaffRole | null,
  now: Date,
): Promise<void> {
  const kind = 'role_changed'
  await queueStaffNotice(tx, { kind, to: [id], detail: { to: 'you', role: role ?? '' } }, now)
  const others = { may: 'staff.manage', except: [id] } as const
  await queueStaffNotice(tx, { kind, to: others, detail: { staff: id, role: role ?? '' } }, now)
}
