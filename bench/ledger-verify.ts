import { createHash } from 'node:crypto'
import { ledgerFollower } from '@/lib/ledger/check/follow-ledger'
import type { LedgerSource } from '@/lib/ledger/check/ledger-source'
import { encodeLeaf } from '@/lib/ledger/leaf'
import type { Checkpoint } from '@/lib/ledger/log/checkpoint'
import { encodeBundle } from '@/lib/ledger/log/entry-bundle'
import { leafInput } from '@/lib/ledger/log/hash'
import { tilePath, tilesOfLevel } from '@/lib/ledger/log/tile'
import { type Tile, treeEdge } from '@/lib/ledger/log/tree-edge'
import { nodeSuite } from '@/lib/ledger/node-suite'
import { medianOf } from './median-of'

export interface VerifyFigures {
  leaves: number
  /** Seconds to recompute and compare everything. */
  verify: number
  /** Seconds for the same number of SHA-256 of the same lengths, and nothing else. */
  hashes: number
  /** Median of the ratios of each round. */
  ratio: number
}

/** Verifying a log compared with computing the same number of hashes, in turns on one core. */
export async function measureVerify(leaves: number, rounds: number): Promise<VerifyFigures> {
  const { source, head } = makeLog(leaves)
  const times: { verify: number; hashes: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const verify = await seconds(() => ledgerFollower().follow(source, head))
    const hashes = await seconds(async () => hashAlone(leaves))
    times.push({ verify, hashes })
  }
  return {
    leaves,
    verify: medianOf(times.map(({ verify }) => verify)),
    hashes: medianOf(times.map(({ hashes }) => hashes)),
    ratio: medianOf(times.map(({ verify, hashes }) => verify / hashes)),
  }
}

/** A tree has one hash per leaf (of 43 bytes) and one fewer per inner node (of 65 bytes). */
function hashAlone(leaves: number): void {
  const leaf = new Uint8Array(43)
  const node = new Uint8Array(65)
  for (let i = 0; i < leaves; i += 1) {
    leaf[i % 43] = i & 0xff
    node[i % 65] = i & 0xff
    nodeSuite.sha256(leaf)
    nodeSuite.sha256(node)
  }
}

function makeLog(size: number): { source: LedgerSource; head: Checkpoint } {
  const files = new Map<string, Uint8Array>()
  const keep = (tile: Tile) => files.set(tilePath(tile), tile.hashes)
  const edge = treeEdge(nodeSuite.sha256, keep)
  for (const tile of tilesOfLevel(size, 'entries')) {
    const leaves = Array.from({ length: tile.width }, (_, i) => {
      const commitment = createHash('sha256').update(`${tile.index} ${i}`).digest()
      return encodeLeaf({ kind: 'sign', commitment })
    })
    for (const leaf of leaves) edge.add(nodeSuite.sha256(leafInput(leaf)))
    files.set(tilePath(tile), encodeBundle(leaves))
  }
  edge.partialTiles().forEach(keep)
  const source = { name: 'memory', countUrl: null, read: async (path: string) => files.get(path) ?? null }
  return { source, head: { origin: 'bench.example.org/ledger/x', size, root: edge.root() } }
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1_000
}
