/**
 * The first 36 bits of a commitment, as 6 characters of base64url: by them the page of somebody who has confirmed finds
 * its entry among the newest of the ledger.
 */
export function entryMark(committed: Uint8Array): string {
  return Buffer.from(committed).toString('base64url', 0, 5).slice(0, 6)
}
