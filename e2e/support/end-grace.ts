import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'

/** Ends the minute in which staff can undo without a trace: what they let count is counted with the next batch. */
export async function endGrace(): Promise<void> {
  const database = await connect(thisSite().env.DATABASE_URL ?? '')
  try {
    await database.query(`UPDATE recent_change SET made_at = made_at - interval '1 minute'`)
    await database.query(`UPDATE bulk_action SET starts_at = now() WHERE starts_at > now()`)
    await database.query(`UPDATE review_claim SET due_at = now() WHERE due_at > now()`)
  } finally {
    await database.end()
  }
}
