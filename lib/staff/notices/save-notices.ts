import { db } from '@/lib/db'
import type { Staff } from '../staff'
import { staffWrite } from '../staff-write'
import { noticeGroupNames } from './notice-groups'

/** Sets which notices a person is mailed: the chosen groups, and always what no group holds. */
export function saveNotices(by: Staff, chosen: readonly string[], now: Date): Promise<{ ok: true }> {
  return staffWrite(by, 'account.manage', now, async ({ tx }) => {
    const noticesOff = noticeGroupNames.filter((name) => !chosen.includes(name))
    await tx.user.update({ where: { id: by.id }, data: { noticesOff } })
    return { ok: true }
  })
}

/** The groups of which a person wants no mail. */
export async function listNoticesOff(staffId: string): Promise<string[]> {
  const { noticesOff } = await db().user.findUniqueOrThrow({ where: { id: staffId }, select: { noticesOff: true } })
  return noticesOff
}
