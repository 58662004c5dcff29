import { equalBytes } from '@/lib/ledger/log/bytes'
import type { Checkpoint } from '@/lib/ledger/log/checkpoint'
import { decodeBundle } from '@/lib/ledger/log/entry-bundle'
import { HASH_SIZE, leafInput } from '@/lib/ledger/log/hash'
import { levelWidth, TILE_WIDTH, type TileName, tilePath, tilesOfLevel } from '@/lib/ledger/log/tile'
import { type Tile, treeEdge } from '@/lib/ledger/log/tree-edge'
import { nodeSuite } from '@/lib/ledger/node-suite'
import { BadLeaf, type LeafSums, sumLeaves } from '@/lib/ledger/sum-leaves'
import { Fault } from './fault'
import type { LedgerSource } from './ledger-source'

/** Concurrent requests for files. */
const AT_ONCE = 8

export interface Follower {
  /** Reads up to a checkpoint: every entry and every tile on the way is recomputed and compared. Throws `Fault`. */
  follow(source: LedgerSource, head: Checkpoint): Promise<void>
  /** The root of the first leaves' tree: the present one, or that of a size noted with `note` before it was passed. */
  rootAt(size: number): Uint8Array | null
  /** Has the root at a size remembered. */
  note(size: number): void
  size(): number
  result(): LeafSums
  /** Whether a leaf's signature still counts. */
  stands(index: number): boolean
  /** Bytes of a leaf noted with `noteLeaf`. */
  leafAt(index: number): Uint8Array | null
  noteLeaf(index: number): void
}

/** Called with each verified file, for mirrors. */
export type Keep = (path: string, bytes: Uint8Array) => Promise<void>

/** Recomputes a log from its entries: the tree, its roots and the sums of the leaves. */
export function ledgerFollower(keep?: Keep): Follower {
  const { add, result, stands } = sumLeaves()
  const full = new Map<string, Tile>()
  const edge = treeEdge(nodeSuite.sha256, (tile) => full.set(tilePath(tile), tile))
  const roots = new Map<number, Uint8Array | null>()
  const leaves = new Map<number, Uint8Array | null>()

  function take(entry: Uint8Array): void {
    const index = edge.size()
    if (roots.has(index)) roots.set(index, edge.root())
    if (leaves.has(index)) leaves.set(index, entry)
    add(entry)
    edge.add(nodeSuite.sha256(leafInput(entry)))
  }

  async function follow(source: LedgerSource, head: Checkpoint): Promise<void> {
    const from = edge.size()
    if (head.size < from) throw new Fault('rolled_back', `the log had ${from} leaves and now shows ${head.size}`)
    const bundles = [...tilesOfLevel(head.size, 'entries')].slice(Math.floor(from / TILE_WIDTH))
    for await (const { tile, bytes } of readAll(source, bundles)) {
      const entries = decodeBundle(bytes)
      if (entries?.length !== tile.width)
        throw new Fault('file_malformed', `${tilePath(tile)} does not hold ${tile.width} entries`)
      try {
        for (const entry of entries.slice(edge.size() - tile.index * TILE_WIDTH)) take(entry)
      } catch (error) {
        throw error instanceof BadLeaf ? new Fault('bad_leaf', error.message) : error
      }
      await keep?.(tilePath(tile), bytes)
    }
    if (!equalBytes(edge.root(), head.root)) {
      throw new Fault('root_differs', `the ${head.size} entries do not hash to the root that was signed`)
    }
    await compareTiles(source, from, head.size)
  }

  /** The tiles that have changed since; those of a level begin with its last partial one. */
  async function compareTiles(source: LedgerSource, from: number, to: number): Promise<void> {
    const own = new Map([...full, ...edge.partialTiles().map((tile) => [tilePath(tile), tile] as const)])
    for (let level = 0; levelWidth(to, level) > 0; level += 1) {
      const changed = [...tilesOfLevel(to, level)].slice(Math.floor(levelWidth(from, level) / TILE_WIDTH))
      for await (const { tile, bytes } of readAll(source, changed)) {
        const path = tilePath(tile)
        const { hashes } = own.get(path) ?? {}
        if (bytes.length !== tile.width * HASH_SIZE || !hashes || !equalBytes(hashes, bytes)) {
          throw new Fault('tile_differs', `${path} does not belong to the entries`)
        }
        await keep?.(path, bytes)
      }
    }
    full.clear()
  }

  return {
    follow,
    size: edge.size,
    result,
    stands,
    rootAt: (size) => (size === edge.size() ? edge.root() : (roots.get(size) ?? null)),
    note: (size) => void (size >= edge.size() && roots.set(size, null)),
    leafAt: (index) => leaves.get(index) ?? null,
    noteLeaf: (index) => void (index >= edge.size() && leaves.set(index, null)),
  }
}

/** In order, a few ahead. */
async function* readAll<T extends TileName>(
  source: LedgerSource,
  tiles: T[],
): AsyncGenerator<{ tile: T; bytes: Uint8Array }> {
  const ahead: Promise<Uint8Array>[] = []
  for (const [i, tile] of tiles.entries()) {
    while (ahead.length < AT_ONCE && i + ahead.length < tiles.length) {
      const next = tiles[i + ahead.length]
      if (!next) break
      const file = readTile(source, next)
      // A later one that fails is reported in its turn.
      file.catch(() => undefined)
      ahead.push(file)
    }
    const bytes = await ahead.shift()
    if (bytes) yield { tile, bytes }
  }
}

/** A partial tile may have been removed once it was full (C2SP tlog-tiles, "Partial Tiles"). */
async function readTile(source: LedgerSource, tile: TileName): Promise<Uint8Array> {
  const bytes = await source.read(tilePath(tile))
  if (bytes) return bytes
  const whole = tile.width < TILE_WIDTH ? await source.read(tilePath({ ...tile, width: TILE_WIDTH })) : null
  if (!whole) throw new Fault('file_missing', `${source.name} lacks ${tilePath(tile)}`)
  if (tile.level !== 'entries') return whole.subarray(0, tile.width * HASH_SIZE)
  const entries = decodeBundle(whole)?.slice(0, tile.width) ?? []
  return whole.subarray(
    0,
    entries.reduce((length, entry) => length + 2 + entry.length, 0),
  )
}
