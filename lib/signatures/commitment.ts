import { sha256 } from '@/lib/vault/sha256'
import { commitmentInput } from './commitment-input'

/** The record that a commitment commits to: who signed what, and how. It is erased with the person. */
export interface CommittedRecord {
  petition: string
  name: string
  /** Canonical address. */
  email: string
  country: string
  display: string
  /** 32 random bytes, base64url: without it the hash cannot be used to test guesses of the rest. */
  nonce: string
}

/**
 * The commitment of a signature, all that the public ledger holds about it: SHA-256(domain tag ‖ text hash ‖ salt ‖
 * record hash). Without the 256-bit salt it can be neither recomputed nor tested against a guessed person. A receipt
 * opens it (lib/ledger/receipt.ts) and still does not say who signed: the record hash hides the record behind its own
 * nonce.
 * @param recordSha256 of `recordHash`
 * @returns 32 bytes
 */
export function commitment(textSha256: Uint8Array, salt: Uint8Array, recordSha256: Uint8Array): Buffer<ArrayBuffer> {
  return sha256(commitmentInput(textSha256, salt, recordSha256))
}

/** SHA-256 of the record's canonical JSON: keys in ascending order, no white space (RFC 8785). 32 bytes. */
export function recordHash({ petition, name, email, country, display, nonce }: CommittedRecord): Buffer<ArrayBuffer> {
  const canonical = JSON.stringify({ country, display, email, name, nonce, petition })
  return sha256(canonical)
}
