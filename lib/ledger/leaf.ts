/**
 * A ledger entry: 42 bytes, of a fixed size so that a leaf's place tells nothing about it.
 *
 *   version (1) = 1 ‖ kind (1) ‖ number (8, big-endian) ‖ digest (32)
 *
 * | kind        | number                     | digest                                              |
 * | 1 sign      | 1                          | the commitment (lib/signatures/commitment.ts)       |
 * | 2 retract   | index of the leaf it undoes | reason code (2, big-endian), then zeros            |
 * | 3 paper     | signatures on the sheet    | SHA-256 of the sheet's record                       |
 */
export type Leaf =
  | { kind: 'sign'; commitment: Buffer }
  | { kind: 'retract'; index: bigint; reason: RetractReason }
  | { kind: 'paper'; signatures: bigint; record: Buffer }

export type RetractReason = keyof typeof reasonCodes

/** Coded reasons of a retraction. Codes are never reused. */
export const reasonCodes = { withdrawn: 1, duplicate: 2, fraud: 3, paper_correction: 4 } as const

const VERSION = 1
const kinds = { sign: 1, retract: 2, paper: 3 } as const
export const LEAF_SIZE = 42

/** The exact bytes of a leaf. */
export function encodeLeaf(leaf: Leaf): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(LEAF_SIZE)
  bytes[0] = VERSION
  bytes[1] = kinds[leaf.kind]
  if (leaf.kind === 'sign') {
    bytes.writeBigUInt64BE(1n, 2)
    leaf.commitment.copy(bytes, 10)
  } else if (leaf.kind === 'retract') {
    bytes.writeBigUInt64BE(leaf.index, 2)
    bytes.writeUInt16BE(reasonCodes[leaf.reason], 10)
  } else {
    bytes.writeBigUInt64BE(leaf.signatures, 2)
    leaf.record.copy(bytes, 10)
  }
  return bytes
}
