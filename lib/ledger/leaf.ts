import { type CountingKind, kindOf, type Leaf, type LeafKind, leafKinds } from './leaf-kinds'

const VERSION = 1
const DIGEST = 10
const LEAF_SIZE = 42

/**
 * The exact bytes of a ledger entry: 42, a fixed size so that an entry's place tells nothing about it.
 *
 *   version (1) = 1 ‖ kind (1) ‖ number (8, big-endian) ‖ digest (32)
 */
export function encodeLeaf(leaf: Leaf): Uint8Array<ArrayBuffer> {
  const kind = kindOf(leaf.kind)
  const digest = kind.digest(leaf)
  if (digest.length !== LEAF_SIZE - DIGEST) throw new Error('a leaf digest is 32 bytes')
  const bytes = new Uint8Array(LEAF_SIZE)
  bytes[0] = VERSION
  bytes[1] = kind.code
  new DataView(bytes.buffer).setBigUint64(2, BigInt(kind.number(leaf)))
  bytes.set(digest, DIGEST)
  return bytes
}

/**
 * Reads a leaf. Each leaf has exactly one encoding, that of `encodeLeaf`.
 * @returns null for any other bytes
 */
export function decodeLeaf(bytes: Uint8Array): Leaf | null {
  const kind = byCode[bytes[1] ?? 0]
  if (bytes.length !== LEAF_SIZE || bytes[0] !== VERSION || !kind) return null
  const number = readNumber(bytes)
  return number === null ? null : kind.read(number, bytes.subarray(DIGEST))
}

/** The signatures that an entry adds, and the kind that they are counted under; null for one that retracts. */
export function addedBy(leaf: Leaf): { of: CountingKind; signatures: number } | null {
  if (leaf.kind === 'retract') return null
  return { of: leaf.kind, signatures: kindOf(leaf.kind).number(leaf) }
}

const byCode: (ReturnType<typeof kindOf> | undefined)[] = []
for (const name of Object.keys(leafKinds) as LeafKind[]) byCode[kindOf(name).code] = kindOf(name)

function readNumber(bytes: Uint8Array): number | null {
  let number = 0
  for (let i = 2; i < DIGEST; i += 1) number = number * 256 + (bytes[i] ?? 0)
  return Number.isSafeInteger(number) ? number : null
}
