import { pool } from '@/lib/db'

/** Days for which network groups are kept: a flood is noticed and reviewed within that time. */
const GROUP_DAYS = 7
/** Rows per statement, so that it holds their locks for milliseconds only. */
const BATCH_SIZE = 5_000

/**
 * Empties the network groups of forms and signatures received more than a week ago. (A decision of the staff and a
 * withdrawal empty them at once.)
 * @returns how many rows were changed
 */
export async function clearNetworkGroups(now: Date): Promise<number> {
  const before = new Date(now.getTime() - GROUP_DAYS * 86_400_000)
  let total = 0
  for (const statement of [clearFrom('pending_signature', 'form'), clearFrom('signature', 'token_hash')]) {
    let cleared = BATCH_SIZE
    while (cleared === BATCH_SIZE) {
      cleared = (await pool().query(statement, [before])).rowCount ?? 0
      total += cleared
    }
  }
  return total
}

/** The statement for one table. It skips rows that another worker is clearing. */
function clearFrom(table: string, one: string): string {
  return `UPDATE ${table} t SET network_group = NULL
    FROM (SELECT petition_id, email_index, ${one} FROM ${table} WHERE network_group IS NOT NULL AND received_at <= $1
      LIMIT ${BATCH_SIZE} FOR UPDATE SKIP LOCKED) old
    WHERE t.petition_id = old.petition_id AND t.email_index = old.email_index AND t.${one} = old.${one}`
}
