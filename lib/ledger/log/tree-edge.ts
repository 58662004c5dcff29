import { HASH_SIZE } from './hash'
import type { Sha256 } from './suite'
import { TILE_WIDTH, type TileName } from './tile'

/** A tile of hashes with its bytes. */
export interface Tile extends TileName {
  level: number
  hashes: Uint8Array
}

/**
 * The right edge of a growing tree: its partial tiles, all that is needed to add leaves and compute the root. Adding a
 * leaf costs two hashes on average, whatever the size; memory and the root cost its logarithm.
 */
export interface TreeEdge {
  size(): number
  /** Adds a leaf's hash. Tiles that become full are passed to `onFull`. */
  add(leafHash: Uint8Array): void
  /** The Merkle tree hash (RFC 6962, section 2.1). */
  root(): Uint8Array
  /** The partial tiles, lowest level first; together with the full ones they are the tree. */
  partialTiles(): Tile[]
}

/**
 * @param size of the tree to continue
 * @param partial its partial tiles; must be those that belong to the size
 */
export function treeEdge(
  sha256: Sha256,
  onFull: (tile: Tile) => void = () => undefined,
  size = 0,
  partial: Pick<Tile, 'level' | 'hashes'>[] = [],
): TreeEdge {
  const levels = resume(size, partial)
  const node = nodeHash(sha256)

  function add(hash: Uint8Array, level = 0): void {
    const tile = levels[level] ?? { hashes: new Uint8Array(TILE_WIDTH * HASH_SIZE), width: 0, full: 0 }
    levels[level] = tile
    tile.hashes.set(hash, tile.width * HASH_SIZE)
    tile.width += 1
    if (tile.width < TILE_WIDTH) return
    onFull({ level, index: tile.full, width: TILE_WIDTH, hashes: tile.hashes.slice() })
    tile.width = 0
    tile.full += 1
    add(subtreeHash(tile.hashes, 0, TILE_WIDTH, node), level + 1)
  }

  function root(): Uint8Array {
    let hash: Uint8Array | undefined
    // From the right: ever larger complete subtrees, each the left neighbour of all that came before.
    for (const { hashes, width } of levels) {
      for (let end = width; end > 0; ) {
        const start = end - lowestBit(end)
        const subtree = subtreeHash(hashes, start, end, node)
        hash = hash ? node(subtree, hash) : subtree
        end = start
      }
    }
    return hash ?? sha256(new Uint8Array())
  }

  return {
    // A full tile is counted again, as one hash, at the level above.
    size: () => levels.reduce((sum, { width }, level) => sum + width * TILE_WIDTH ** level, 0),
    add: (leafHash) => add(leafHash),
    root,
    partialTiles: () =>
      levels.flatMap(({ hashes, width, full }, level) =>
        width > 0 ? [{ level, index: full, width, hashes: hashes.slice(0, width * HASH_SIZE) }] : [],
      ),
  }
}

interface Level {
  hashes: Uint8Array
  /** Hashes in the partial tile. */
  width: number
  /** Full tiles to its left. */
  full: number
}

function resume(size: number, partial: Pick<Tile, 'level' | 'hashes'>[]): Level[] {
  const levels: Level[] = []
  for (let level = 0; TILE_WIDTH ** level <= size; level += 1) {
    const width = Math.floor(size / TILE_WIDTH ** level)
    const found = partial.find((tile) => tile.level === level)?.hashes ?? new Uint8Array()
    if (found.length !== (width % TILE_WIDTH) * HASH_SIZE) throw new Error(`level ${level} does not fit size ${size}`)
    const hashes = new Uint8Array(TILE_WIDTH * HASH_SIZE)
    hashes.set(found)
    levels.push({ hashes, width: width % TILE_WIDTH, full: Math.floor(width / TILE_WIDTH) })
  }
  return levels
}

/** The hash of a complete subtree, from its hashes at one level. */
function subtreeHash(hashes: Uint8Array, start: number, end: number, node: NodeHash): Uint8Array {
  if (end - start === 1) return hashes.slice(start * HASH_SIZE, end * HASH_SIZE)
  const middle = (start + end) / 2
  return node(subtreeHash(hashes, start, middle, node), subtreeHash(hashes, middle, end, node))
}

type NodeHash = (left: Uint8Array, right: Uint8Array) => Uint8Array

/** As `nodeInput`, in one reused buffer: a tree has as many inner nodes as leaves. */
function nodeHash(sha256: Sha256): NodeHash {
  const input = new Uint8Array(1 + 2 * HASH_SIZE)
  input[0] = 1
  return (left, right) => {
    input.set(left, 1)
    input.set(right, 1 + HASH_SIZE)
    return sha256(input)
  }
}

function lowestBit(number: number): number {
  return number & -number
}
