import { HASH_SIZE, nodeInput } from './hash'
import { isPowerOfTwo, powerBelow } from './power-of-two'
import type { Suite } from './suite'
import { levelWidth, TILE_WIDTH, type TileName } from './tile'

/** Gives the hashes of one tile. Called several times for the same tile: it should cache. */
type TileReader = (tile: TileName & { level: number }) => Promise<Uint8Array>

/** A tree of a size, as tiles. */
export interface TiledTree {
  size: number
  read: TileReader
  suite: Pick<Suite, 'sha256'>
}

/** The Merkle audit path of a leaf (RFC 6962, section 2.1.1), from its sibling upwards. */
export async function proveInclusion(tree: TiledTree, index: number): Promise<Uint8Array[]> {
  if (index < 0 || index >= tree.size) throw new Error(`no leaf ${index} in a tree of ${tree.size}`)
  return path(tree, index, 0, tree.size)
}

async function path(tree: TiledTree, index: number, start: number, end: number): Promise<Uint8Array[]> {
  if (end - start === 1) return []
  const middle = start + powerBelow(end - start)
  if (index < middle) return [...(await path(tree, index, start, middle)), await hashOf(tree, middle, end)]
  return [...(await path(tree, index, middle, end)), await hashOf(tree, start, middle)]
}

/** Proves that the tree starts with its first `oldSize` leaves (RFC 6962, section 2.1.2). Empty for 0 and all. */
export async function proveConsistency(tree: TiledTree, oldSize: number): Promise<Uint8Array[]> {
  if (oldSize < 0 || oldSize > tree.size) throw new Error(`no beginning of ${oldSize} in a tree of ${tree.size}`)
  return oldSize === 0 ? [] : subproof(tree, oldSize, 0, tree.size, true)
}

async function subproof(
  tree: TiledTree,
  cut: number,
  start: number,
  end: number,
  known: boolean,
): Promise<Uint8Array[]> {
  if (cut === end) return known ? [] : [await hashOf(tree, start, end)]
  const middle = start + powerBelow(end - start)
  if (cut <= middle) return [...(await subproof(tree, cut, start, middle, known)), await hashOf(tree, middle, end)]
  return [...(await subproof(tree, cut, middle, end, false)), await hashOf(tree, start, middle)]
}

/** The Merkle tree hash of the leaves from start to end, which must be a range that RFC 6962 splits trees into. */
export async function hashOf(tree: TiledTree, start: number, end: number): Promise<Uint8Array> {
  const length = end - start
  if (length === 0) return tree.suite.sha256(new Uint8Array())
  if (isPowerOfTwo(length)) return complete(tree, start, length)
  const middle = start + powerBelow(length)
  return join(tree, await hashOf(tree, start, middle), await hashOf(tree, middle, end))
}

/** A complete subtree: one hash of a tile, or joined from neighbours within one tile. */
async function complete(tree: TiledTree, start: number, length: number): Promise<Uint8Array> {
  const level = Math.floor(Math.log2(length) / 8)
  const unit = TILE_WIDTH ** level
  if (length > unit) {
    const middle = length / 2
    return join(tree, await complete(tree, start, middle), await complete(tree, start + middle, middle))
  }
  const place = start / unit
  const index = Math.floor(place / TILE_WIDTH)
  const width = Math.min(TILE_WIDTH, levelWidth(tree.size, level) - index * TILE_WIDTH)
  const hashes = await tree.read({ level, index, width })
  const at = (place % TILE_WIDTH) * HASH_SIZE
  return hashes.subarray(at, at + HASH_SIZE)
}

async function join({ suite }: TiledTree, left: Uint8Array, right: Uint8Array): Promise<Uint8Array> {
  return suite.sha256(nodeInput(left, right))
}
