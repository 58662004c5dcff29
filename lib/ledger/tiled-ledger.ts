import type { ClientBase } from 'pg'
import { HASH_SIZE } from './log/hash'
import type { TiledTree } from './log/prove'
import { tilePath } from './log/tile'
import { nodeSuite } from './node-suite'

type Queryable = Pick<ClientBase, 'query'>

/** A petition's tree at a given size, read from the stored tiles. */
export function tiledLedger(client: Queryable, petitionId: string, size: number): TiledTree {
  const seen = new Map<string, Promise<Uint8Array>>()
  const read: TiledTree['read'] = ({ level, index, width }) => {
    const path = tilePath({ level, index, width })
    const tile = seen.get(path) ?? readTile(client, petitionId, level, index, width)
    seen.set(path, tile)
    return tile
  }
  return { size, read, suite: nodeSuite }
}

/**
 * The first hashes of a tile: a tile of a smaller tree is a prefix of the current one.
 * @throws Error if it holds fewer
 */
async function readTile(client: Queryable, petitionId: string, level: number, index: number, width: number) {
  const { rows } = await client.query<{ hashes: Buffer }>(
    'SELECT hashes FROM ledger_tile WHERE petition_id = $1 AND level = $2 AND index = $3',
    [petitionId, level, index],
  )
  const hashes = rows[0]?.hashes
  if (!hashes || hashes.length < width * HASH_SIZE) throw new Error(`the tree lacks tile ${index} of level ${level}`)
  return hashes.subarray(0, width * HASH_SIZE)
}
