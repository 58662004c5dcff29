import { db } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'

/** Puts the set-up list away from an owner's own Home page, or back onto it. Other owners have theirs. */
export function hideSetUp(by: Staff, hidden: boolean, now: Date): Promise<{ ok: true }> {
  return staffWrite(by, 'set_up.see', now, async ({ tx }) => {
    await tx.user.update({ where: { id: by.id }, data: { setUpHidden: hidden } })
    return { ok: true }
  })
}

/** Whether this owner has put it away. */
export async function isSetUpHidden(staffId: string): Promise<boolean> {
  const { setUpHidden } = await db().user.findUniqueOrThrow({ where: { id: staffId }, select: { setUpHidden: true } })
  return setUpHidden
}
