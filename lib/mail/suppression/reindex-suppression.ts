import { pool } from '@/lib/db'
import { suppressionHashes } from './address-hash'

/** During a key rotation: lists an address under the present key if it is listed under an older one. */
export async function reindexSuppression(canonical: string): Promise<void> {
  const [present, ...older] = suppressionHashes(canonical)
  for (const before of older) {
    await pool().query(
      `INSERT INTO suppression (address_hash, reason, suppressed_at)
       SELECT $1, reason, suppressed_at FROM suppression WHERE address_hash = $2 ON CONFLICT DO NOTHING`,
      [present, before],
    )
    await pool().query('UPDATE suppressed_signature SET address_hash = $1 WHERE address_hash = $2', [present, before])
    await pool().query('DELETE FROM suppression WHERE address_hash = $1', [before])
  }
}
