/**
 * Names a signature in the audit log by its commitment, which identifies nobody after an erasure
 * (lib/signatures/commitment.ts).
 */
export function subjectOf(commitment: Uint8Array): string {
  return `signature:${Buffer.from(commitment).toString('base64url')}`
}
