import type { ClientBase } from 'pg'
import { publicMoment } from '@/lib/petitions/as-of'

/** Locks the petition's total row until the transaction ends. @returns the ledger's size in leaves */
export async function lockTotal(client: ClientBase, petitionId: string, now: Date): Promise<number> {
  const { rows } = await client.query<{ size: string }>(
    `INSERT INTO petition_total (petition_id, as_of) VALUES ($1, $2)
     ON CONFLICT (petition_id) DO UPDATE SET petition_id = excluded.petition_id RETURNING size`,
    [petitionId, publicMoment(now)],
  )
  return Number(rows[0]?.size ?? 0)
}
