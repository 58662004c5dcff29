import { db, pool } from '@/lib/db'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { MIN_PUBLISHED } from '@/lib/petitions/published-number'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { LINK_LIFE_DAYS } from '../link-life'

/** Counts people with a pending form, up to `MAX_COUNTED` + 1, among the first forms found. */
export async function countPending(by: Staff, petitionId: string, now: Date): Promise<number> {
  authorise(by, 'petition.read')
  const since = new Date(now.getTime() - LINK_LIFE_DAYS * 86_400_000)
  return count(
    `SELECT count(*) AS n FROM (SELECT DISTINCT email_index FROM (SELECT email_index FROM pending_signature
       WHERE petition_id = $1 AND received_at > $2 LIMIT ${MAX_COUNTED + 1}) AS forms) AS people`,
    [petitionId, since],
  )
}

/** Counts rows with personal data, which retention deletes, up to `MAX_COUNTED` + 1. */
export async function countPersonal(by: Staff, petitionId: string): Promise<number> {
  authorise(by, 'petition.read')
  return count(
    `SELECT count(*) AS n FROM (SELECT 1 FROM signature WHERE petition_id = $1
       UNION ALL SELECT 1 FROM pending_signature WHERE petition_id = $1 LIMIT ${MAX_COUNTED + 1}) AS personal`,
    [petitionId],
  )
}

/** The number of counted signatures of each version of a petition's text. */
export interface TextCounts {
  /**
   * By the version's hash, in hex. Counts below `MIN_PUBLISHED` are left out, since their changes would reveal who
   * signed.
   */
  counts: Map<string, number>
  /** When they were counted (lib/signatures/count-facets.ts); null if never. */
  asOf: Date | null
}

/** Returns the last stored counts, because counting takes seconds for large petitions. */
export async function countByText(by: Staff, petitionId: string): Promise<TextCounts> {
  authorise(by, 'petition.read')
  const rows = await db().facetTotal.findMany({ where: { petitionId, facet: 'text' } })
  const shown = rows.filter(({ net }) => net >= MIN_PUBLISHED)
  return { counts: new Map(shown.map(({ code, net }) => [code, Number(net)])), asOf: rows[0]?.asOf ?? null }
}

async function count(sql: string, values: unknown[]): Promise<number> {
  const { rows } = await pool().query<{ n: string }>(sql, values)
  return Number(rows[0]?.n ?? 0)
}
