import type { ClientBase } from 'pg'
import { publicMoment } from '@/lib/petitions/as-of'
import type { PendingLeaf } from './pending-leaf'

/**
 * Adds the appended leaves to the petition's totals (overall, on paper, by hour, by country), in the same transaction.
 * @returns the change of the count; negative if more was retracted than added
 */
export async function moveTotals(
  client: ClientBase,
  petitionId: string,
  now: Date,
  leaves: PendingLeaf[],
): Promise<number> {
  const byCountry = new Map<string, number>()
  for (const { country, change } of leaves) if (country) byCountry.set(country, (byCountry.get(country) ?? 0) + change)
  const change = sum(leaves)
  const paper = sum(leaves.filter(({ of }) => of === 'paper'))
  await client.query(
    `WITH total AS (
       UPDATE petition_total SET size = size + $3, net = net + $4, paper = paper + $7, as_of = $8 WHERE petition_id = $1
     ), hour AS (
       INSERT INTO hour_total (petition_id, hour, net) VALUES ($1, date_trunc('hour', $2::timestamptz, 'UTC'), $4)
       ON CONFLICT (petition_id, hour) DO UPDATE SET net = hour_total.net + excluded.net
     ), change AS (
       SELECT * FROM unnest($5::text[], $6::bigint[]) AS t(country, net)
     ), moved AS (
       UPDATE country_total SET net = country_total.net + change.net FROM change
       WHERE petition_id = $1 AND country_total.country = change.country RETURNING change.country
     )
     INSERT INTO country_total (petition_id, country, net)
     SELECT $1, country, net FROM change WHERE country NOT IN (SELECT country FROM moved)`,
    [petitionId, now, leaves.length, change, [...byCountry.keys()], [...byCountry.values()], paper, publicMoment(now)],
  )
  return change
}

function sum(leaves: PendingLeaf[]): number {
  return leaves.reduce((total, { change }) => total + change, 0)
}
