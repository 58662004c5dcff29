import { RFC9162 } from '@transmute/rfc9162'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeSuite } from '@/lib/ledger/node-suite'
import { leafInput, nodeInput } from './hash'
import { isPowerOfTwo, powerBelow } from './power-of-two'
import { proveConsistency, proveInclusion, type TiledTree } from './prove'
import { tilePath, tilesOf } from './tile'
import { type Tile, treeEdge } from './tree-edge'
import { verifyConsistency } from './verify-consistency'
import { verifyInclusion } from './verify-inclusion'

const { sha256 } = nodeSuite
const MAX_SIZE = 300
const entries = Array.from({ length: 70_000 }, (_, i) => Uint8Array.from(Buffer.from(`entry ${i}`)))
const leafHashes = entries.map((entry) => sha256(leafInput(entry)))
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** All indexes up to a limit; for more, the first, the last, those around powers of two, and some between. */
function places(limit: number): number[] {
  const all = Array.from({ length: limit }, (_, i) => i)
  const step = Math.ceil(limit / 7)
  return limit <= 48
    ? all
    : all.filter((i) => i === limit - 1 || i % step === 0 || isPowerOfTwo(i) || isPowerOfTwo(i + 1))
}

/** Of all sizes: the small ones, those around a full tile of 256, and some between. */
const sizes = Array.from({ length: MAX_SIZE }, (_, i) => i + 1).filter(
  (size) => size <= 70 || size % 7 === 0 || Math.abs(size - 256) < 10 || size === MAX_SIZE,
)

/** RFC 6962, section 2.1, literally: shares nothing with the code under test but SHA-256. */
function mth(hashes: Uint8Array[]): Uint8Array {
  const [first] = hashes
  if (!first) return sha256(new Uint8Array())
  if (hashes.length === 1) return first
  let k = 1
  while (k * 2 < hashes.length) k *= 2
  return sha256(nodeInput(mth(hashes.slice(0, k)), mth(hashes.slice(k))))
}
const roots = Array.from({ length: MAX_SIZE + 1 }, (_, size) => mth(leafHashes.slice(0, size)))
const root = (size: number) => roots[size] ?? mth(leafHashes.slice(0, size))

/** A tree as its tiles, built leaf by leaf. */
function tiled(size: number): TiledTree & { tiles: Map<string, Uint8Array> } {
  const tiles = new Map<string, Uint8Array>()
  const keep = (tile: Tile) => tiles.set(tilePath(tile), tile.hashes)
  const edge = treeEdge(sha256, keep)
  for (const hash of leafHashes.slice(0, size)) edge.add(hash)
  edge.partialTiles().forEach(keep)
  const read: TiledTree['read'] = async (tile) => {
    const found = tiles.get(tilePath(tile))
    if (!found) throw new Error(`asked for ${tilePath(tile)}, which a tree of ${size} has not`)
    return found
  }
  return { size, read, suite: nodeSuite, tiles }
}

describe('a tree of any size', () => {
  it(`has the root of the definition, up to ${MAX_SIZE}`, () => {
    const edge = treeEdge(sha256)
    for (let size = 0; size <= MAX_SIZE; size += 1) {
      expect(edge.size()).toBe(size)
      expect(text(edge.root())).toBe(text(root(size)))
      edge.add(leafHashes[size] ?? new Uint8Array())
    }
  })

  it('consists of exactly the tiles that its size implies', () => {
    for (const size of [0, 1, 255, 256, 257, 300, 65_535, 65_536, 65_537, 70_000]) {
      expect([...tiled(size).tiles.keys()].sort()).toEqual([...tilesOf(size)].map(tilePath).sort())
    }
    // The example of tlog-tiles, "Partial Tiles".
    const widths = [...tilesOf(70_000)].filter(({ width }) => width < 256)
    expect(widths.map(({ level, width }) => [level, width])).toEqual([
      [0, 112],
      [1, 17],
      [2, 1],
    ])
  })

  it('continues from its edge as if it had never stopped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 66_000 }), fc.integer({ min: 0, max: 600 }), (size, more) => {
        const before = treeEdge(sha256)
        for (const hash of leafHashes.slice(0, size)) before.add(hash)
        const after = treeEdge(sha256, undefined, size, before.partialTiles())
        for (const hash of leafHashes.slice(size, size + more)) {
          before.add(hash)
          after.add(hash)
        }
        expect(after.size()).toBe(size + more)
        expect(text(after.root())).toBe(text(before.root()))
      }),
      { numRuns: 10 },
    )
  })

  it('refuses to continue from an edge of another size', () => {
    expect(() => treeEdge(sha256, undefined, 5, [])).toThrow('does not fit')
  })

  it(`proves leaves of sizes up to ${MAX_SIZE}, and none in another place`, async () => {
    for (const size of sizes) {
      const tree = tiled(size)
      for (const index of places(size)) {
        const leafHash = leafHashes[index] ?? new Uint8Array()
        const question = { leafHash, index, size, proof: await proveInclusion(tree, index), root: root(size) }
        expect(await verifyInclusion(question, nodeSuite)).toBe(true)
        if ((index + size) % 7 !== 0) continue
        expect(await verifyInclusion({ ...question, index: index ^ 1 }, nodeSuite)).toBe(false)
        expect(await verifyInclusion({ ...question, root: root(size + 1) }, nodeSuite)).toBe(false)
      }
    }
  }, 60_000)

  it(`proves that sizes up to ${MAX_SIZE} begin with smaller ones, and with no other tree`, async () => {
    for (const newSize of sizes) {
      const tree = tiled(newSize)
      for (const oldSize of places(newSize + 1)) {
        const proof = await proveConsistency(tree, oldSize)
        const question = { oldSize, oldRoot: root(oldSize), newSize, newRoot: root(newSize), proof }
        expect(await verifyConsistency(question, nodeSuite)).toBe(true)
        if ((oldSize + newSize) % 7 !== 0 || oldSize === 0) continue
        expect(await verifyConsistency({ ...question, oldRoot: root(oldSize - 1) }, nodeSuite)).toBe(false)
        expect(await verifyConsistency({ ...question, newRoot: root(newSize + 1) }, nodeSuite)).toBe(false)
      }
    }
  }, 60_000)

  it('proves across three levels of tiles', async () => {
    const tree = tiled(70_000)
    const newRoot = root(70_000)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 69_999 }), async (index) => {
        const proof = await proveInclusion(tree, index)
        const leafHash = leafHashes[index] ?? new Uint8Array()
        expect(await verifyInclusion({ leafHash, index, size: tree.size, proof, root: newRoot }, nodeSuite)).toBe(true)
        const consistency = { oldSize: index, oldRoot: root(index), newSize: tree.size, newRoot }
        const path = await proveConsistency(tree, index)
        expect(await verifyConsistency({ ...consistency, proof: path }, nodeSuite)).toBe(true)
      }),
      { numRuns: 8 },
    )
  }, 60_000)

  it('agrees with another implementation of RFC 9162', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: MAX_SIZE }), fc.nat(), fc.nat(), async (size, a, b) => {
        const some = entries.slice(0, size)
        const tree = tiled(size)
        expect(text(root(size))).toBe(text(await RFC9162.treeHead(some)))
        const index = a % size
        expect((await proveInclusion(tree, index)).map(text)).toEqual((await RFC9162.PATH(index, some)).map(text))
        const oldSize = 1 + (b % size)
        // It keeps the old root in the proof where RFC 6962, section 2.1.2, leaves it out.
        const theirs = (await RFC9162.PROOF(oldSize, some)).slice(isPowerOfTwo(oldSize) || oldSize === size ? 1 : 0)
        expect((await proveConsistency(tree, oldSize)).map(text)).toEqual(theirs.map(text))
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

describe('powers of two', () => {
  it('are exact at every size', () => {
    for (let exponent = 1; exponent <= 52; exponent += 1) {
      const power = 2 ** exponent
      expect(isPowerOfTwo(power)).toBe(true)
      expect(isPowerOfTwo(power + 1)).toBe(false)
      expect(isPowerOfTwo(power - 1)).toBe(power === 2)
      expect(powerBelow(power)).toBe(power / 2)
      expect(powerBelow(power + 1)).toBe(power)
    }
    expect([0, 1].map(isPowerOfTwo)).toEqual([false, true])
  })
})
