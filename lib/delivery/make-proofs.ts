import { pool } from '@/lib/db'
import { toBase64 } from '@/lib/ledger/log/bytes'
import { proveInclusion } from '@/lib/ledger/log/prove'
import { tiledLedger } from '@/lib/ledger/tiled-ledger'
import type { Proofs } from './proof-file'

/**
 * Makes proofs of every paper sheet, and of the first entry of every correction: everything that people added and took
 * out. Single signatures are left out, because their position in a pack would reveal something about their signers.
 */
export async function makeProofs(petitionId: string, size: number): Promise<Proofs> {
  const { rows } = await pool().query<{ index: string; leaf: Buffer }>(
    `SELECT index, leaf FROM ledger_leaf WHERE petition_id = $1 AND index < $2 AND index IN (
       SELECT leaf_index FROM paper_entry WHERE petition_id = $1 AND leaf_index IS NOT NULL
       UNION SELECT index FROM ledger_correction WHERE petition_id = $1)
     ORDER BY index`,
    [petitionId, size],
  )
  const tree = tiledLedger(pool(), petitionId, size)
  const proofs: Proofs = []
  for (const { index, leaf } of rows) {
    const path = await proveInclusion(tree, Number(index))
    proofs.push({ index: Number(index), leaf: toBase64(leaf), proof: path.map(toBase64) })
  }
  return proofs
}
