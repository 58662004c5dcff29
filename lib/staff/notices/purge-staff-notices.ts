import { db } from '@/lib/db'
import { READABLE_NOTICES } from './list-notices'

/** Days to keep notices: longer than any mail waits, or the same event is noticed again. */
const KEPT = 8
/** Days to keep a person's latest notices, which they can read again. */
const READABLE = 90

/** Deletes old notices, except the latest ones of each person. */
export async function purgeStaffNotices(now: Date): Promise<void> {
  const [kept, readable] = [KEPT, READABLE].map((days) => new Date(now.getTime() - days * 86_400_000))
  await db().$executeRaw`
    DELETE FROM staff_notice n USING (
      SELECT id, row_number() OVER (PARTITION BY staff_id ORDER BY noticed_at DESC, id) AS place FROM staff_notice
    ) AS ranked
    WHERE ranked.id = n.id AND n.noticed_at < ${kept} AND (place > ${READABLE_NOTICES} OR n.noticed_at < ${readable})`
}
