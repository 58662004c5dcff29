/**
 * The two primitives that verifying a log needs. They are parameters, so that the same checks run in Node
 * (lib/ledger/node-suite.ts) and in a browser (lib/ledger/web-suite.ts).
 */
export interface Suite {
  /** SHA-256 (FIPS 180-4): 32 bytes. */
  sha256(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>
  /** Whether an Ed25519 signature (RFC 8032, 64 bytes) of the message is by the key (32 bytes). */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean | Promise<boolean>
}

/** Synchronous SHA-256, for whole trees: awaiting each of a million hashes would cost more than the hashes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array
