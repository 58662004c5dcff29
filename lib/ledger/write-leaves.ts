import type { ClientBase } from 'pg'
import { growTree } from './grow-tree'
import { encodeLeaf } from './leaf'
import type { Leaf } from './leaf-kinds'

/**
 * Appends leaves and grows the tree, in the caller's transaction, which holds the petition's total (`lockTotal`).
 * @param size the number of leaves before
 */
export async function writeLeaves(client: ClientBase, petitionId: string, size: number, leaves: Leaf[]): Promise<void> {
  const bytes = leaves.map(encodeLeaf)
  await client.query(
    `INSERT INTO ledger_leaf (petition_id, index, kind, leaf)
     SELECT $1, $2 + ordinality - 1, kind, leaf FROM unnest($3::leaf_kind[], $4::bytea[]) WITH ORDINALITY AS t(kind, leaf)`,
    [petitionId, size, leaves.map(({ kind }) => kind), bytes],
  )
  await growTree(client, petitionId, size, bytes)
}
