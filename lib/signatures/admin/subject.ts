/**
 * How the record names a signature: by its commitment, which after an erasure leads to nobody
 * (lib/signatures/commitment.ts).
 */
export function subjectOf(commitment: Uint8Array): string {
  return `signature:${Buffer.from(commitment).toString('base64url')}`
}
