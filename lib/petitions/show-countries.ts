import { pool } from '@/lib/db'
import { FEWEST } from './shown-number'

/**
 * Brings the public tables of countries up to date, once a day (UTC) for each petition. A number follows only when
 * ten people or more have come or gone since it last changed: whoever takes snapshots and subtracts them sees groups
 * of ten at least, and not at what hour.
 */
export async function showCountries(now: Date): Promise<void> {
  await pool().query(
    `WITH due AS (
       INSERT INTO country_showing AS old (petition_id, day)
       SELECT DISTINCT petition_id, $1::date FROM country_total
       ON CONFLICT (petition_id) DO UPDATE SET day = excluded.day WHERE old.day < excluded.day
       RETURNING petition_id
     )
     INSERT INTO country_shown AS shown (petition_id, country, basis)
     SELECT total.petition_id, total.country, total.net FROM country_total total JOIN due USING (petition_id)
     WHERE total.net >= $2
       OR EXISTS (SELECT FROM country_shown s WHERE s.petition_id = total.petition_id AND s.country = total.country)
     ON CONFLICT (petition_id, country) DO UPDATE SET basis = excluded.basis
     WHERE abs(excluded.basis - shown.basis) >= $2`,
    [now.toISOString().slice(0, 10), FEWEST],
  )
}
