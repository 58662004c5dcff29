import { equalBytes } from './bytes'
import { HASH_SIZE, nodeInput } from './hash'
import type { Suite } from './suite'

export interface Inclusion {
  leafHash: Uint8Array
  /** Index of the leaf, from 0. */
  index: number
  /** Leaves in the tree. */
  size: number
  /** From the leaf's sibling up to the child of the root. */
  proof: Uint8Array[]
  root: Uint8Array
}

/** Whether a proof shows that a leaf is at an index of the tree with this root (RFC 9162, section 2.1.3.2). */
export async function verifyInclusion(inclusion: Inclusion, suite: Pick<Suite, 'sha256'>): Promise<boolean> {
  const { leafHash, index, size, proof, root } = inclusion
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  if ([leafHash, ...proof, root].some((hash) => hash.length !== HASH_SIZE)) return false
  let node = index
  let last = size - 1
  let hash = leafHash
  for (const sibling of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = await suite.sha256(nodeInput(sibling, hash))
      while (node % 2 === 0 && node !== 0) {
        node = half(node)
        last = half(last)
      }
    } else {
      hash = await suite.sha256(nodeInput(hash, sibling))
    }
    node = half(node)
    last = half(last)
  }
  return last === 0 && equalBytes(hash, root)
}

/** Bit operators would truncate numbers to 32 bits. */
function half(number: number): number {
  return Math.floor(number / 2)
}
