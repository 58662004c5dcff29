import { db } from '@/lib/db'
import { READABLE_NOTICES } from './list-notices'

/** Days for which notices are kept: longer than any mail waits to be sent, or anything is noticed again. */
const KEPT = 8
/** Days for which the last ones of a person are kept, so that they can be read. */
const READABLE = 90

/** Deletes notices whose mail is long gone, but for the last ones of each person. */
export async function purgeStaffNotices(now: Date): Promise<void> {
  const [kept, readable] = [KEPT, READABLE].map((days) => new Date(now.getTime() - days * 86_400_000))
  await db().$executeRaw`
    DELETE FROM staff_notice n USING (
      SELECT id, row_number() OVER (PARTITION BY staff_id ORDER BY noticed_at DESC, id) AS place FROM staff_notice
    ) AS ranked
    WHERE ranked.id = n.id AND n.noticed_at < ${kept} AND (place > ${READABLE_NOTICES} OR n.noticed_at < ${readable})`
}
