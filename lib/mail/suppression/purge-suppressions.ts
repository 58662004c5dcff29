import { pool } from '@/lib/db'

const DAY = 86_400_000
/** Days after which a bounce no longer matters, and within which a provider may repeat an event. */
const BOUNCE = 90
const EVENT = 3
/** As long as the longest petition keeps its signers: 21 months. */
const COMPLAINT = 640

/** Deletes suppressions that have expired, and the ids of the provider's events. */
export async function purgeSuppressions(now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * DAY)
  const suppressions = await pool().query(
    `DELETE FROM suppression WHERE (reason = 'bounce' AND suppressed_at < $1) OR suppressed_at < $2`,
    [before(BOUNCE), before(COMPLAINT)],
  )
  const events = await pool().query('DELETE FROM provider_event WHERE received_at < $1', [before(EVENT)])
  return (suppressions.rowCount ?? 0) + (events.rowCount ?? 0)
}
