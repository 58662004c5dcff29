import { createHash } from 'node:crypto'

/** What a commitment says was signed, by whom and how; erased with the person. */
export interface CommittedRecord {
  petition: string
  name: string
  /** Canonical address. */
  email: string
  country: string
  display: string
}

const DOMAIN = 'icnk.org/signature/v1\n'

/**
 * The only thing about a signature that the public ledger holds:
 * SHA-256(domain tag ‖ text hash ‖ salt ‖ SHA-256(canonical record)). Without the 256-bit salt it can be
 * neither recomputed nor tested against a guessed person.
 * @returns 32 bytes
 */
export function commitment(textSha256: Buffer, salt: Buffer, record: CommittedRecord): Buffer<ArrayBuffer> {
  const hash = createHash('sha256').update(DOMAIN).update(textSha256).update(salt).update(recordHash(record))
  return hash.digest() as Buffer<ArrayBuffer>
}

/** SHA-256 of the record's canonical JSON: keys in ascending order, no white space (RFC 8785). */
function recordHash({ petition, name, email, country, display }: CommittedRecord): Buffer {
  return createHash('sha256').update(JSON.stringify({ country, display, email, name, petition })).digest()
}
