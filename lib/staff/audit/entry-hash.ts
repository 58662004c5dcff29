import { createHash } from 'node:crypto'

/** The fields of an audit log entry that are hashed. */
export interface HashedEntry {
  seq: bigint
  at: Date
  staffId: string | null
  signedIn: string
  verb: string
  subject: string
  detail: string
}

const DOMAIN = 'icnk.org/audit/v1\n'

/** The hash that precedes the first entry. */
export const genesis = Buffer.alloc(32)

/** SHA-256(domain tag ‖ hash of the entry before ‖ the entry as a JSON array): 32 bytes. */
export function entryHash(before: Uint8Array, entry: HashedEntry): Buffer<ArrayBuffer> {
  const { seq, at, staffId, signedIn, verb, subject, detail } = entry
  const fields = JSON.stringify([String(seq), at.toISOString(), staffId, signedIn, verb, subject, detail])
  return createHash('sha256').update(DOMAIN).update(before).update(fields).digest() as Buffer<ArrayBuffer>
}
