/**
 * A ledger entry: 42 bytes, of a fixed size so that a leaf's place tells nothing about it.
 *
 *   version (1) = 1 ‖ kind (1) ‖ number (8, big-endian) ‖ digest (32)
 *
 * | kind        | number                      | digest                                                       |
 * | 1 sign      | 1                           | the commitment (lib/signatures/commitment.ts)                |
 * | 2 retract   | index of the leaf it undoes | reason code (2, big-endian) ‖ rule (2, big-endian) ‖ zeros   |
 * | 3 paper     | signatures on the sheet     | SHA-256 of the sheet's record                                |
 */
export type Leaf =
  | { kind: 'sign'; commitment: Uint8Array }
  | { kind: 'retract'; index: number; reason: RetractReason; rule: number }
  | { kind: 'paper'; signatures: number; record: Uint8Array }

export type RetractReason = keyof typeof reasonCodes

/** Coded reasons of a retraction. Codes are never reused. */
const reasonCodes = { withdrawn: 1, duplicate: 2, fraud: 3, paper_correction: 4 } as const

/** The reasons in the order of their codes. */
export const retractReasons = Object.keys(reasonCodes) as RetractReason[]

const VERSION = 1
const kinds = { sign: 1, retract: 2, paper: 3 } as const
const DIGEST = 10
const LEAF_SIZE = 42

/**
 * The exact bytes of a leaf.
 */
export function encodeLeaf(leaf: Leaf): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(LEAF_SIZE)
  const view = new DataView(bytes.buffer)
  bytes[0] = VERSION
  bytes[1] = kinds[leaf.kind]
  view.setBigUint64(2, BigInt(numberOf(leaf)))
  if (leaf.kind === 'retract') {
    view.setUint16(DIGEST, reasonCodes[leaf.reason])
    view.setUint16(DIGEST + 2, leaf.rule)
  } else {
    bytes.set(digestOf(leaf), DIGEST)
  }
  return bytes
}

function numberOf(leaf: Leaf): number {
  if (leaf.kind === 'sign') return 1
  return leaf.kind === 'retract' ? leaf.index : leaf.signatures
}

function digestOf(leaf: { commitment: Uint8Array } | { record: Uint8Array }): Uint8Array {
  const digest = 'commitment' in leaf ? leaf.commitment : leaf.record
  if (digest.length !== LEAF_SIZE - DIGEST) throw new Error('a leaf digest is 32 bytes')
  return digest
}

/**
 * Reads a leaf. Only what `encodeLeaf` writes is a leaf: there is one encoding for each.
 * @returns null for any other bytes
 */
export function decodeLeaf(bytes: Uint8Array): Leaf | null {
  if (bytes.length !== LEAF_SIZE || bytes[0] !== VERSION) return null
  const number = readNumber(bytes)
  if (number === null) return null
  const digest = bytes.subarray(DIGEST)
  if (bytes[1] === kinds.sign) return number === 1 ? { kind: 'sign', commitment: digest } : null
  if (bytes[1] === kinds.retract) return decodeRetract(number, digest)
  if (bytes[1] === kinds.paper) return number > 0 ? { kind: 'paper', signatures: number, record: digest } : null
  return null
}

function readNumber(bytes: Uint8Array): number | null {
  let number = 0
  for (let i = 2; i < DIGEST; i += 1) number = number * 256 + (bytes[i] ?? 0)
  return Number.isSafeInteger(number) ? number : null
}

function decodeRetract(index: number, digest: Uint8Array): Leaf | null {
  const word = (at: number) => (digest[at] ?? 0) * 256 + (digest[at + 1] ?? 0)
  const reason = retractReasons[word(0) - 1]
  if (!reason || digest.subarray(4).some((byte) => byte !== 0)) return null
  return { kind: 'retract', index, reason, rule: word(2) }
}
