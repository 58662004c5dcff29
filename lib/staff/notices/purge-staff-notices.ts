import { db } from '@/lib/db'

/** Days for which notices are kept: longer than any mail waits to be sent. */
const KEPT = 8

/** Deletes notices whose mail is long gone. */
export async function purgeStaffNotices(now: Date): Promise<void> {
  await db().staffNotice.deleteMany({ where: { noticedAt: { lt: new Date(now.getTime() - KEPT * 86_400_000) } } })
}
