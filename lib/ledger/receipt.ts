import { commitmentInput } from '@/lib/signatures/commitment-input'
import { encodeLeaf } from './leaf'
import { concatBytes } from './log/bytes'
import { leafInput } from './log/hash'
import type { Policy } from './log/policy'
import { formatProofFile, parseProofFile } from './log/proof-file'
import type { Suite } from './log/suite'
import { type CheckpointResult, verifyCheckpoint } from './log/verify-checkpoint'
import { verifyInclusion } from './log/verify-inclusion'

/** The inputs of a commitment. It shows which text was signed, and nothing about the signer. Each 32 bytes. */
export interface Opening {
  text: Uint8Array
  salt: Uint8Array
  record: Uint8Array
}

/** Proof that a signature is in a log, for its signer to keep. */
export interface Receipt {
  opening: Opening
  index: number
  proof: Uint8Array[]
  /** Signed, as served. */
  checkpoint: string
}

const VERSION = 1

/** A C2SP tlog-proof whose extra data are: version (1) = 1 ‖ text hash ‖ salt ‖ record hash. */
export function formatReceipt({ opening, ...rest }: Receipt): string {
  const extra = concatBytes(Uint8Array.of(VERSION), opening.text, opening.salt, opening.record)
  return formatProofFile({ extra, ...rest })
}

/** @returns null if malformed. It is not verified here. */
export function parseReceipt(text: string): Receipt | null {
  const file = parseProofFile(text)
  const { extra } = file ?? {}
  if (!file || extra?.length !== 97 || extra[0] !== VERSION) return null
  const part = (i: number) => extra.slice(1 + 32 * i, 33 + 32 * i)
  const { index, proof, checkpoint } = file
  return { opening: { text: part(0), salt: part(1), record: part(2) }, index, proof, checkpoint }
}

/** The ledger entry of an opening. */
export async function leafOf({ text, salt, record }: Opening, suite: Pick<Suite, 'sha256'>): Promise<Uint8Array> {
  return encodeLeaf({ kind: 'sign', commitment: await suite.sha256(commitmentInput(text, salt, record)) })
}

export type ReceiptResult =
  | (Extract<CheckpointResult, { ok: true }> & { receipt: Receipt; leaf: Uint8Array })
  | { ok: false; reason: 'malformed' | 'signature_false' | 'not_signed_by_log' | 'not_in_tree' }

/**
 * Whether a receipt proves that its leaf is covered by a checkpoint that the policy's log signed. Needs only the file
 * and the policy. (Whether everybody was shown the same checkpoint is for witnesses and `check-ledger`.)
 */
export async function verifyReceipt(text: string, policy: Policy, suite: Suite): Promise<ReceiptResult> {
  const receipt = parseReceipt(text)
  if (!receipt) return { ok: false, reason: 'malformed' }
  const head = await verifyCheckpoint(receipt.checkpoint, policy, suite)
  if (!head.ok) return head
  const { size, root } = head.checkpoint
  const leaf = await leafOf(receipt.opening, suite)
  const leafHash = await suite.sha256(leafInput(leaf))
  const { index, proof } = receipt
  const included = await verifyInclusion({ leafHash, index, size, proof, root }, suite)
  return included ? { ...head, receipt, leaf } : { ok: false, reason: 'not_in_tree' }
}
