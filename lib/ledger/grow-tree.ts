import type { ClientBase } from 'pg'
import { leafInput } from './log/hash'
import { levelWidth, TILE_WIDTH } from './log/tile'
import { type Tile, type TreeEdge, treeEdge } from './log/tree-edge'
import { nodeSuite } from './node-suite'

/** The number of leaves hashed at a time when a tree is rebuilt. */
const BATCH_SIZE = 10_000

/**
 * Adds leaves to the stored tree, in the caller's transaction. Reads and writes its right edge only: at most one
 * partial tile a level, so the cost of a leaf grows with the logarithm of the size.
 * @param size the number of leaves before
 */
export async function growTree(
  client: ClientBase,
  petitionId: string,
  size: number,
  leaves: Uint8Array[],
): Promise<void> {
  const full: Tile[] = []
  const edge = await loadEdge(client, petitionId, size, (tile) => full.push(tile))
  for (const leaf of leaves) edge.add(nodeSuite.sha256(leafInput(leaf)))
  await saveTiles(client, petitionId, [...full, ...edge.partialTiles()])
}

async function loadEdge(
  client: ClientBase,
  petitionId: string,
  size: number,
  onFull: (tile: Tile) => void,
): Promise<TreeEdge> {
  const partial = partialLevels(size)
  const { rows } = await client.query<{ level: number; hashes: Buffer }>(
    `SELECT level, hashes FROM ledger_tile JOIN unnest($2::smallint[], $3::bigint[]) AS edge(level, index) USING (level, index)
     WHERE petition_id = $1`,
    [petitionId, partial.map(({ level }) => level), partial.map(({ index }) => index)],
  )
  if (rows.length === 0 && partial.length > 0) return fromLeaves(client, petitionId, size, onFull)
  return treeEdge(nodeSuite.sha256, onFull, size, rows)
}

/** The partial tiles of a tree of this size. */
function partialLevels(size: number): { level: number; index: number }[] {
  const levels: { level: number; index: number }[] = []
  for (let level = 0; levelWidth(size, level) > 0; level += 1) {
    const width = levelWidth(size, level)
    if (width % TILE_WIDTH > 0) levels.push({ level, index: Math.floor(width / TILE_WIDTH) })
  }
  return levels
}

/** Builds the tiles from the leaves, for ledgers older than the table of tiles. */
async function fromLeaves(client: ClientBase, petitionId: string, size: number, onFull: (tile: Tile) => void) {
  const edge = treeEdge(nodeSuite.sha256, onFull)
  for (let next = 0; next < size; next += BATCH_SIZE) {
    const { rows } = await client.query<{ leaf: Buffer }>(
      'SELECT leaf FROM ledger_leaf WHERE petition_id = $1 AND index >= $2 AND index < $3 ORDER BY index',
      [petitionId, next, Math.min(next + BATCH_SIZE, size)],
    )
    for (const { leaf } of rows) edge.add(nodeSuite.sha256(leafInput(leaf)))
  }
  if (edge.size() !== size) throw new Error(`the ledger lacks leaves: ${edge.size()} of ${size}`)
  return edge
}

/** Stores tiles. A tile only ever grows; a full one never changes. */
async function saveTiles(client: ClientBase, petitionId: string, tiles: Tile[]): Promise<void> {
  await client.query(
    `INSERT INTO ledger_tile AS old (petition_id, level, index, hashes)
     SELECT $1, * FROM unnest($2::smallint[], $3::bigint[], $4::bytea[])
     ON CONFLICT (petition_id, level, index) DO UPDATE SET hashes = excluded.hashes
     WHERE octet_length(old.hashes) < octet_length(excluded.hashes)`,
    [petitionId, tiles.map(({ level }) => level), tiles.map(({ index }) => index), tiles.map(({ hashes }) => hashes)],
  )
}
