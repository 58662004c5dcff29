import { z } from 'zod'

/** What is sealed with a signature: everything about a person that only the worker and the desk may read. */
export const signatureRecord = z.object({
  name: z.string(),
  /** Deliverable address, as typed. */
  email: z.string(),
  comment: z.string().nullable(),
  /** The token of the mailed link; the row keeps its hash. */
  token: z.string(),
  /** Opens the commitment in the ledger (lib/signatures/commitment.ts); each 32 bytes, base64url. Never changed. */
  opening: z.object({
    salt: z.string(),
    /** Of the record as it was signed. */
    nonce: z.string(),
    /** The record's hash as it was signed: name and display may be corrected later. */
    record: z.string(),
  }),
})

export type SignatureRecord = z.infer<typeof signatureRecord>
