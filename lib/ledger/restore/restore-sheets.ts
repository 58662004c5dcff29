import type { PoolClient } from 'pg'
import type { Leaf } from '@/lib/ledger/leaf-kinds'
import type { LeafChange } from '@/lib/ledger/pending-leaf'

type Paper = Extract<Leaf, { kind: 'paper' }>

/**
 * Notes which leaf each paper sheet became, also of a sheet that was lost: its number and its record are public.
 * @param from index of the first
 * @returns what each changes in the totals
 */
export async function restoreSheets(
  client: PoolClient,
  petitionId: string,
  now: Date,
  sheets: Paper[],
  from: number,
): Promise<LeafChange[]> {
  await client.query(
    `INSERT INTO paper_entry (petition_id, record, signatures, approved_at, leaf_index)
     SELECT $1, record, signatures, $2, $3 + ordinality - 1
     FROM unnest($4::bytea[], $5::int[]) WITH ORDINALITY AS t(record, signatures, ordinality)
     ON CONFLICT (petition_id, record) DO UPDATE SET leaf_index = excluded.leaf_index`,
    [
      petitionId,
      now,
      from,
      sheets.map(({ record }) => Buffer.from(record)),
      sheets.map(({ signatures }) => signatures),
    ],
  )
  return sheets.map(({ signatures }) => ({ change: signatures, of: 'paper', country: null }))
}
