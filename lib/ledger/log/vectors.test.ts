import { describe, expect, it } from 'vitest'
import { nodeSuite } from '@/lib/ledger/node-suite'
import { leafInput } from './hash'
import { treeEdge } from './tree-edge'
import { verifyConsistency } from './verify-consistency'
import { verifyInclusion } from './verify-inclusion'

// The test vectors of Certificate Transparency's reference implementation (RFC 6962): eight leaves, the roots of
// the trees of one to eight of them, and proofs (leaves counted from 1, as there).
const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const emptyRoot = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const a = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'
const b = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e'
const c = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'
const d = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
const e = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'
const f = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a'
const g = 'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f'
const [root1 = '', root2 = '', , root4 = ''] = roots
const some = 'abacaba000000000000000000000000000000000000000000060061e00123456'

const leafHash = (place: number) => nodeSuite.sha256(leafInput(hex(leaves[place - 1] ?? '')))
const rootOf = (size: number) => hex(size === 0 ? emptyRoot : (roots[size - 1] ?? ''))

describe('official vectors of RFC 6962', () => {
  it('roots', () => {
    const edge = treeEdge(nodeSuite.sha256)
    expect(Buffer.from(edge.root()).toString('hex')).toBe(emptyRoot)
    for (let size = 1; size <= 8; size += 1) {
      edge.add(leafHash(size))
      expect(Buffer.from(edge.root()).toString('hex')).toBe(roots[size - 1])
    }
  })

  describe.each([
    { place: 1, size: 1, proof: [] },
    { place: 1, size: 8, proof: [a, b, c] },
    { place: 6, size: 8, proof: [d, e, root4] },
    { place: 3, size: 3, proof: [root2] },
    { place: 2, size: 5, proof: [root1, b, d] },
  ])('inclusion of leaf $place in $size', ({ place, size, proof }) => {
    const good = { leafHash: leafHash(place), index: place - 1, size, proof: proof.map(hex), root: rootOf(size) }
    it('holds', async () => expect(await verifyInclusion(good, nodeSuite)).toBe(true))

    const index = place - 1
    it.each([
      { index: index - 1 },
      { index: index + 1 },
      { index: index ^ 2 },
      { size: size * 2 },
      { size: Math.floor(size / 2) },
      { leafHash: hex('00') },
      { root: rootOf(0) },
      { root: hex(some) },
      { proof: [...good.proof, new Uint8Array()] },
      { proof: [...good.proof, good.root] },
      { proof: [new Uint8Array(), ...good.proof] },
      { proof: [good.root, ...good.proof] },
      ...good.proof.map((_, i) => ({ proof: flipped(good.proof, i) })),
      ...(proof.length > 0 ? [{ proof: good.proof.slice(0, -1) }] : []),
    ])('does not hold for another statement %#', async (change) =>
      expect(await verifyInclusion({ ...good, ...change }, nodeSuite)).toBe(false),
    )
  })

  describe.each([
    { from: 1, to: 1, proof: [] },
    { from: 1, to: 8, proof: [a, b, c] },
    { from: 6, to: 8, proof: [f, e, root4] },
    { from: 2, to: 5, proof: [b, d] },
    { from: 6, to: 7, proof: [f, g, root4] },
  ])('consistency of $from with $to', ({ from, to, proof }) => {
    const good = { oldSize: from, newSize: to, oldRoot: rootOf(from), newRoot: rootOf(to), proof: proof.map(hex) }
    it('holds', async () => expect(await verifyConsistency(good, nodeSuite)).toBe(true))

    const changes = [
      { oldSize: from - 1 },
      { oldSize: from + 1 },
      { oldSize: from ^ 2 },
      { newSize: to * 2 },
      { newSize: Math.floor(to / 2) },
      { oldRoot: hex('00') },
      { newRoot: hex('00') },
      { oldRoot: good.newRoot, newRoot: good.oldRoot },
      { proof: [] },
      { proof: [...good.proof, good.oldRoot] },
      { proof: [...good.proof, good.newRoot] },
      { proof: [good.oldRoot, ...good.proof] },
      { proof: [good.newRoot, ...good.proof] },
      ...good.proof.map((_, i) => ({ proof: flipped(good.proof, i) })),
      { proof: good.proof.slice(0, -1) },
    ]
    it.each(proof.length > 0 ? changes : [{ proof: [good.oldRoot] }])(
      'does not hold for another question %#',
      async (change) => expect(await verifyConsistency({ ...good, ...change }, nodeSuite)).toBe(false),
    )
  })

  it.each([
    [0, 0, emptyRoot, emptyRoot, [], true],
    [0, 1, emptyRoot, root1, [], true],
    [0, 0, emptyRoot, root1, [], false],
    [1, 0, root1, emptyRoot, [], false],
    [2, 1, root2, root1, [], false],
    [1, 2, root1, root2, [], false],
    [0, 1, emptyRoot, root1, [some], false],
    [0, 0, emptyRoot, emptyRoot, [some], false],
    [1, 1, emptyRoot, root1, [], false],
  ])('edges: %i to %i', async (oldSize, newSize, oldRoot, newRoot, proof, holds) =>
    expect(
      await verifyConsistency(
        { oldSize, newSize, oldRoot: hex(oldRoot), newRoot: hex(newRoot), proof: proof.map(hex) },
        nodeSuite,
      ),
    ).toBe(holds),
  )
})

function flipped(proof: Uint8Array[], at: number): Uint8Array[] {
  return proof.map((hash, i) => (i === at ? hash.map((byte, j) => (j === 0 ? byte ^ 8 : byte)) : hash))
}
