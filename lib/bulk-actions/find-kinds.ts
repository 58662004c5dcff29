import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { type RawRow, type SignatureRow, signatureColumns, toRow } from '@/lib/signatures/admin/signature-row'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

/** A number of signatures with the same code. */
interface Kind {
  code: string
  signatures: number
}

/** A breakdown of a bulk action's signatures, for those who decide on it. */
export interface BulkKinds {
  /** How many were examined: all, or a random `MAX_COUNTED`. */
  of: number
  countries: Kind[]
  /** By their states when they were counted. */
  states: Kind[]
  /** One signature may have several flags, or none. */
  flags: Kind[]
  /** Rows as in the list of signatures. */
  sample: SignatureRow[]
}

const MAX_KINDS = 12
const SAMPLE = 10

/** Counts by the signatures' current values. The first by blind index are as good as a random sample. */
export async function findKinds(by: Staff, id: string): Promise<BulkKinds> {
  authorise(by, 'bulk.read')
  if (!isId(id)) return { of: 0, countries: [], states: [], flags: [], sample: [] }
  const [kinds, sample] = await Promise.all([
    db().$queryRaw<(Kind & { kind: 'country' | 'state' | 'flag' })[]>`
      WITH drawn AS MATERIALIZED (
        SELECT i.expected, s.country, s.signals FROM (
          SELECT a.petition_id, i.email_index, i.expected FROM bulk_item i JOIN bulk_action a ON a.id = i.bulk_action_id
          WHERE i.bulk_action_id = ${id}::uuid ORDER BY i.email_index LIMIT ${MAX_COUNTED}) AS i
        -- A limit of one keeps PostgreSQL from reading all signatures for some of them.
        LEFT JOIN LATERAL (SELECT country, signals FROM signature s
          WHERE s.petition_id = i.petition_id AND s.email_index = i.email_index LIMIT 1) AS s ON TRUE)
      SELECT 'state' AS kind, expected::text AS code, count(*)::int AS signatures FROM drawn GROUP BY 2
      UNION ALL SELECT 'country', country, count(*)::int FROM drawn WHERE country IS NOT NULL GROUP BY 2
      UNION ALL SELECT 'flag', flag, count(*)::int FROM drawn, unnest(string_to_array(signals, ' ')) AS flag
        WHERE flag <> '' GROUP BY 2
      ORDER BY signatures DESC, code`,
    findSample(by, id),
  ])
  const of = (which: string) => kinds.filter(({ kind }) => kind === which).map(({ kind: _, ...row }) => row)
  return {
    of: of('state').reduce((sum, { signatures }) => sum + signatures, 0),
    countries: of('country').slice(0, MAX_KINDS),
    states: of('state'),
    flags: of('flag').slice(0, MAX_KINDS),
    sample,
  }
}

/** Returns a sample of the bulk action's signatures, the same each time. */
export async function findSample(by: Staff, id: string): Promise<SignatureRow[]> {
  authorise(by, 'bulk.read')
  if (!isId(id)) return []
  const rows = await db().$queryRaw<RawRow[]>`
    ${signatureColumns()} JOIN bulk_action a ON a.petition_id = s.petition_id
    JOIN bulk_item i ON i.bulk_action_id = a.id AND i.email_index = s.email_index
    WHERE a.id = ${id}::uuid ORDER BY i.email_index LIMIT ${SAMPLE}`
  return rows.map(toRow)
}
