import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { type RawRow, type SignatureRow, signatureColumns, toRow } from '@/lib/signatures/admin/signature-row'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

/** How many of the signatures of a bulk action are of one kind. */
interface Kind {
  code: string
  signatures: number
}

/** What the signatures of a bulk action are, for whoever decides on it. */
export interface BulkKinds {
  countries: Kind[]
  /** By their states when they were counted. */
  states: Kind[]
  /** One signature may have several flags, or none. */
  flags: Kind[]
  /** As the list of signatures shows them. */
  sample: SignatureRow[]
}

const MAX_KINDS = 12
const SAMPLE = 10

/** From the signatures as they are at this moment. */
export async function findKinds(by: Staff, id: string): Promise<BulkKinds> {
  authorise(by, 'bulk.read')
  if (!isId(id)) return { countries: [], states: [], flags: [], sample: [] }
  const [countries, states, flags, sample] = await Promise.all([
    db().$queryRaw<Kind[]>`
      SELECT s.country AS code, count(*)::int AS signatures FROM bulk_item i
      JOIN bulk_action a ON a.id = i.bulk_action_id
      JOIN signature s ON s.petition_id = a.petition_id AND s.email_index = i.email_index
      WHERE a.id = ${id}::uuid GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MAX_KINDS}`,
    db().$queryRaw<Kind[]>`
      SELECT expected::text AS code, count(*)::int AS signatures FROM bulk_item
      WHERE bulk_action_id = ${id}::uuid GROUP BY 1 ORDER BY 2 DESC, 1`,
    db().$queryRaw<Kind[]>`
      SELECT flag AS code, count(*)::int AS signatures FROM bulk_item i
      JOIN bulk_action a ON a.id = i.bulk_action_id
      JOIN signature s ON s.petition_id = a.petition_id AND s.email_index = i.email_index
      CROSS JOIN LATERAL unnest(string_to_array(s.signals, ' ')) AS flag
      WHERE a.id = ${id}::uuid AND flag <> '' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MAX_KINDS}`,
    db().$queryRaw<RawRow[]>`
      ${signatureColumns()} JOIN bulk_action a ON a.petition_id = s.petition_id
      JOIN bulk_item i ON i.bulk_action_id = a.id AND i.email_index = s.email_index
      WHERE a.id = ${id}::uuid ORDER BY i.email_index LIMIT ${SAMPLE}`,
  ])
  return { countries, states, flags, sample: sample.map(toRow) }
}
