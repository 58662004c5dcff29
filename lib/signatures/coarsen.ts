import { db, pool } from '@/lib/db'
import { dayOf } from '@/lib/input/day'

/** Days for which exact times are kept: a link works for seven, and hourly rules are for a flood in progress. */
export const EXACT_DAYS = 10
/** Rows per statement, so that it holds their locks for milliseconds only. */
const BATCH_SIZE = 5_000

/**
 * Reduces the exact times of signatures received more than ten days ago to days, and the hours in which they were
 * counted. Nothing needs them by then, and somebody who stole the database could match them with observed traffic.
 * @returns how many signatures were changed
 */
export async function coarsen(now: Date): Promise<number> {
  const until = new Date(dayOf(now).getTime() - EXACT_DAYS * 86_400_000)
  const from = (await db().coarseUntil.findUnique({ where: { what: 'signature' } }))?.day ?? new Date(0)
  if (from >= until) return 0
  let total = 0
  for (;;) {
    const { rowCount } = await pool().query(coarsenSome, [from, until])
    total += rowCount ?? 0
    if ((rowCount ?? 0) < BATCH_SIZE) break
  }
  await pool().query(coarsenHours, [until])
  await pool().query(
    `INSERT INTO coarse_until AS old (what, day) VALUES ('signature', ($1::timestamptz AT TIME ZONE 'UTC')::date)
     ON CONFLICT (what) DO UPDATE SET day = greatest(old.day, excluded.day)`,
    [until],
  )
  return total
}

const fine = (column: string) => `${column} <> date_trunc('day', ${column}, 'UTC')`

const coarsenSome = `
  UPDATE signature s SET received_at = date_trunc('day', s.received_at, 'UTC'),
    confirmed_at = date_trunc('day', s.confirmed_at, 'UTC'), counted_at = date_trunc('day', s.counted_at, 'UTC'),
    withdrawn_at = date_trunc('day', s.withdrawn_at, 'UTC'), appealed_at = date_trunc('day', s.appealed_at, 'UTC')
  FROM (SELECT petition_id, email_index FROM signature
    WHERE received_at >= $1 AND received_at < $2 AND (${fine('received_at')}
      OR ${fine('confirmed_at')} OR ${fine('counted_at')} OR ${fine('withdrawn_at')} OR ${fine('appealed_at')})
    LIMIT ${BATCH_SIZE}) old
  WHERE s.petition_id = old.petition_id AND s.email_index = old.email_index`

/** The admin area shows hours of the last two days only; the sums stay the same. */
const coarsenHours = `
  WITH gone AS (
    DELETE FROM hour_total WHERE hour < $1 AND ${fine('hour')} RETURNING petition_id, hour, net
  )
  INSERT INTO hour_total AS day (petition_id, hour, net)
  SELECT petition_id, date_trunc('day', hour, 'UTC'), sum(net) FROM gone GROUP BY 1, 2
  ON CONFLICT (petition_id, hour) DO UPDATE SET net = day.net + excluded.net`
