import type { PoolClient } from 'pg'
import { countedSql } from '@/lib/signatures/states'
import { reasonsFor } from './leaf-kinds'
import { readSnapshot } from './read-snapshot'
import { BadLeaf, type LeafSums, sumLeaves } from './sum-leaves'

/** The number of leaves read at a time. */
const BATCH_SIZE = 10_000

export interface Recount {
  slug: string
  /** From the leaves; null if they are not a valid ledger. */
  ledger: LeafSums | null
  /**
   * From the signature rows: those counted, including purged ones and those lost with a database, minus retractions
   * without a leaf yet.
   */
  rows: number
  /** From the totals that every page reads. */
  totals: { size: number; net: number; paper: number; byHour: number; byCountry: number }
  /** The differences in words; empty if all three agree. */
  differences: string[]
}

/** Counts every petition three times, from leaves, rows and totals, as of one moment. */
export async function recount(): Promise<Recount[]> {
  return readSnapshot(async (client) => {
    const { rows } = await client.query<Figures>(figures)
    const counts: Recount[] = []
    for (const row of rows) counts.push(await recountOne(client, row))
    return counts
  })
}

interface Figures {
  id: string
  slug: string
  counted: string
  lost: string
  size: string
  net: string
  paper: string
  by_hour: string
  by_country: string
}

const figures = `
  SELECT p.id, p.slug, coalesce(t.size, 0) AS size, coalesce(t.net, 0) AS net, coalesce(t.paper, 0) AS paper,
    (SELECT count(*) FROM signature s WHERE s.petition_id = p.id
      AND ${countedSql})
      + coalesce((SELECT l.counted FROM purged_total l WHERE l.petition_id = p.id), 0)
      + (SELECT count(*) FROM retraction r WHERE r.petition_id = p.id AND r.retracted_index IS NULL
          AND r.reason IN ('${reasonsFor('sign').join("', '")}')) AS counted,
    (SELECT count(*) FROM lost_signature o WHERE o.petition_id = p.id) AS lost,
    (SELECT coalesce(sum(h.net), 0) FROM hour_total h WHERE h.petition_id = p.id) AS by_hour,
    (SELECT coalesce(sum(c.net), 0) FROM country_total c WHERE c.petition_id = p.id) AS by_country
  FROM petition p LEFT JOIN petition_total t ON t.petition_id = p.id ORDER BY p.slug`

async function recountOne(client: PoolClient, row: Figures): Promise<Recount> {
  const differences: string[] = []
  const ledger = await countLeaves(client, row.id).catch((error: unknown) => {
    if (!(error instanceof BadLeaf)) throw error
    differences.push(error.message)
    return null
  })
  const lost = Number(row.lost)
  const rows = Number(row.counted) + lost
  const totals = {
    size: Number(row.size),
    net: Number(row.net),
    paper: Number(row.paper),
    byHour: Number(row.by_hour),
    byCountry: Number(row.by_country) + lost,
  }
  if (ledger) differences.push(...compare(ledger, rows, totals))
  return { slug: row.slug, ledger, rows, totals, differences }
}

async function countLeaves(client: PoolClient, petitionId: string): Promise<LeafSums> {
  const { add, result } = sumLeaves()
  for (let next = 0; ; next += BATCH_SIZE) {
    const { rows } = await client.query<{ index: string; leaf: Buffer }>(
      'SELECT index, leaf FROM ledger_leaf WHERE petition_id = $1 AND index >= $2 ORDER BY index LIMIT $3',
      [petitionId, next, BATCH_SIZE],
    )
    rows.forEach(({ index, leaf }, i) => {
      if (Number(index) !== next + i) throw new BadLeaf(next + i, 'is missing')
      add(leaf)
    })
    if (rows.length < BATCH_SIZE) return result()
  }
}

/** Paper sheets are in the ledger and the overall total; their countries are unknown. */
function compare(ledger: LeafSums, rows: number, totals: Recount['totals']): string[] {
  const pairs: [string, number, number][] = [
    ['leaves in the ledger / in the totals', ledger.size, totals.size],
    ['signatures in the ledger / in the totals', ledger.net, totals.net],
    ['signatures on paper in the ledger / in the totals', ledger.standing.paper, totals.paper],
    ['signatures in the ledger / by hour', ledger.net, totals.byHour],
    ['online signatures in the ledger / signature rows', ledger.standing.sign, rows],
    ['online signatures in the ledger / by country', ledger.standing.sign, totals.byCountry],
  ]
  return pairs.filter(([, a, b]) => a !== b).map(([what, a, b]) => `${what}: ${a} / ${b}`)
}
