import { createHash } from 'node:crypto'
import type { LedgerSource } from '@/lib/ledger/check/ledger-source'
import { encodeLeaf } from '@/lib/ledger/leaf'
import type { RetractReason } from '@/lib/ledger/leaf-kinds'
import { formatCheckpoint } from '@/lib/ledger/log/checkpoint'
import { encodeBundle } from '@/lib/ledger/log/entry-bundle'
import { leafInput } from '@/lib/ledger/log/hash'
import { ED25519, formatNote } from '@/lib/ledger/log/note'
import type { TiledTree } from '@/lib/ledger/log/prove'
import { tilePath, tilesOfLevel } from '@/lib/ledger/log/tile'
import { type Tile, treeEdge } from '@/lib/ledger/log/tree-edge'
import { formatVkey, makeVkey } from '@/lib/ledger/log/vkey'
import { type Ed25519Key, nodeSuite } from '@/lib/ledger/node-suite'

/** A whole signed log as files in memory, as an honest or a dishonest site would serve it. */
export interface MemoryLog {
  files: Map<string, Uint8Array>
  source: LedgerSource
  tree: TiledTree
  checkpoint: string
  policy: string
}

export interface MemoryLogOptions {
  key: Ed25519Key
  origin?: string
  texts?: string[]
  corrections?: { index: number; reason: string; signatures: number }[]
}

export const textOf = (text: string) => createHash('sha256').update(text).digest()

/** A unique leaf. */
export function signLeaf(i: number): Uint8Array {
  return encodeLeaf({ kind: 'sign', commitment: createHash('sha256').update(`signature ${i}`).digest() })
}

export function retractLeaf(index: number, reason: RetractReason = 'withdrawn'): Uint8Array {
  return encodeLeaf({ kind: 'retract', index, reason, rule: 0 })
}

export async function memoryLog(leaves: Uint8Array[], options: MemoryLogOptions): Promise<MemoryLog> {
  const { key, origin = 'petition.example.org/ledger/some', texts = ['the text'], corrections = [] } = options
  const files = new Map<string, Uint8Array>()
  const put = (path: string, text: string) => files.set(path, new TextEncoder().encode(text))
  const keep = (tile: Tile) => files.set(tilePath(tile), tile.hashes)
  const edge = treeEdge(nodeSuite.sha256, keep)
  for (const leaf of leaves) edge.add(nodeSuite.sha256(leafInput(leaf)))
  edge.partialTiles().forEach(keep)
  for (const tile of tilesOfLevel(leaves.length, 'entries')) {
    files.set(tilePath(tile), encodeBundle(leaves.slice(tile.index * 256, tile.index * 256 + tile.width)))
  }
  const vkey = await makeVkey(origin, ED25519, key.publicKey, nodeSuite)
  const text = formatCheckpoint({ origin, size: leaves.length, root: edge.root() })
  const bytes = key.sign(new TextEncoder().encode(text))
  const checkpoint = formatNote({ text, signatures: [{ name: origin, keyId: vkey.keyId, bytes }] })
  const policy = `log ${formatVkey(vkey)}\nquorum none\n`
  put('checkpoint', checkpoint)
  put('policy', policy)
  put('corrections.json', JSON.stringify(corrections))
  put('texts.json', JSON.stringify(texts.map((words) => ({ sha256: textOf(words).toString('hex') }))))
  for (const words of texts) put(`texts/${textOf(words).toString('hex')}.json`, words)
  const read: TiledTree['read'] = async (tile) => files.get(tilePath(tile)) ?? new Uint8Array()
  return {
    files,
    source: { name: 'the log', countUrl: null, read: async (path) => files.get(path) ?? null },
    tree: { size: leaves.length, read, suite: nodeSuite },
    checkpoint,
    policy,
  }
}
