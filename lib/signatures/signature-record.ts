import { z } from 'zod'

/** What is sealed with a signature: everything about a person that only the worker and the desk may read. */
export const signatureRecord = z.object({
  name: z.string(),
  /** Deliverable address, as typed. */
  email: z.string(),
  comment: z.string().nullable(),
  /** The token of the mailed link; the row keeps its hash. */
  token: z.string(),
  /** Opening of the commitment: 32 random bytes, base64url (lib/signatures/commitment.ts). */
  salt: z.string(),
})

export type SignatureRecord = z.infer<typeof signatureRecord>
