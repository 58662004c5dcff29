import { db } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'

/** Hides the set-up list on this owner's Home page, or shows it again. Other owners' pages do not change. */
export function hideSetUp(by: Staff, hidden: boolean, now: Date): Promise<{ ok: true }> {
  return staffWrite(by, 'set_up.see', now, async ({ tx }) => {
    await tx.user.update({ where: { id: by.id }, data: { setUpHidden: hidden } })
    return { ok: true }
  })
}

/** Tells whether this owner has hidden the set-up list. */
export async function isSetUpHidden(staffId: string): Promise<boolean> {
  const { setUpHidden } = await db().user.findUniqueOrThrow({ where: { id: staffId }, select: { setUpHidden: true } })
  return setUpHidden
}
