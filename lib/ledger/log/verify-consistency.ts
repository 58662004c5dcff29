import { equalBytes } from './bytes'
import { HASH_SIZE, nodeInput } from './hash'
import { isPowerOfTwo } from './power-of-two'
import type { Suite } from './suite'

export interface Consistency {
  oldSize: number
  oldRoot: Uint8Array
  newSize: number
  newRoot: Uint8Array
  proof: Uint8Array[]
}

/**
 * Whether a proof shows that the old tree is a prefix of the new one (RFC 9162, section 2.1.4.2). Every tree continues
 * the empty one; then, and between equal trees, the proof must be empty.
 */
export async function verifyConsistency(consistency: Consistency, suite: Pick<Suite, 'sha256'>): Promise<boolean> {
  const { oldSize, oldRoot, newSize, newRoot, proof } = consistency
  if (![oldSize, newSize].every((size) => Number.isSafeInteger(size) && size >= 0)) return false
  if ([oldRoot, newRoot, ...proof].some((hash) => hash.length !== HASH_SIZE)) return false
  if (oldSize > newSize) return false
  if (oldSize === newSize) return proof.length === 0 && equalBytes(oldRoot, newRoot)
  if (oldSize === 0) return proof.length === 0
  return climb(consistency, suite)
}

async function climb({ oldSize, oldRoot, newSize, newRoot, proof }: Consistency, { sha256 }: Pick<Suite, 'sha256'>) {
  // An old tree that is complete is itself a node of the new one, and is left out of the proof.
  const [first, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof
  if (!first || proof.length === 0) return false
  let node = oldSize - 1
  let last = newSize - 1
  const up = () => {
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  while (node % 2 === 1) up()
  let oldHash = first
  let newHash = first
  for (const sibling of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      oldHash = await sha256(nodeInput(sibling, oldHash))
      newHash = await sha256(nodeInput(sibling, newHash))
      while (node % 2 === 0 && node !== 0) up()
    } else {
      newHash = await sha256(nodeInput(newHash, sibling))
    }
    up()
  }
  return last === 0 && equalBytes(oldHash, oldRoot) && equalBytes(newHash, newRoot)
}
