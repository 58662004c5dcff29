import type { ClientBase } from 'pg'
import { publicMoment } from '@/lib/petitions/as-of'
import type { PendingLeaf } from './pending-leaves'

/** Moves the petition's totals (overall, on paper, by hour, by country) by what was appended, in the same transaction. */
export async function moveTotals(client: ClientBase, petitionId: string, now: Date, batch: PendingLeaf): Promise<void> {
  const { signs, papers, retracts } = batch
  const byCountry = new Map<string, number>()
  const add = (country: string, n: number) => byCountry.set(country, (byCountry.get(country) ?? 0) + n)
  for (const { country } of signs) add(country, 1)
  for (const { country, signatures } of retracts) if (country) add(country, -signatures)
  const leaves = signs.length + papers.length + retracts.length
  const paper = sum(papers) - sum(retracts.filter((retract) => retract.paper))
  const net = signs.length + sum(papers) - sum(retracts)
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
    [petitionId, now, leaves, net, [...byCountry.keys()], [...byCountry.values()], paper, publicMoment(now)],
  )
}

function sum(entries: { signatures: number }[]): number {
  return entries.reduce((total, { signatures }) => total + signatures, 0)
}
