import { z } from 'zod'
import { tryOpen } from '@/lib/vault/aead'
import { openWithToken } from '@/lib/vault/seal-with-token'
import { type PersonalData, personalData } from './signature-form'

/** What is sealed with a signature: everything about a person that only the worker and the admin pages may read. */
export const signatureRecord = personalData.extend({
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

/**
 * Opens what a waiting form holds of its person with the mailed token, for the page behind its mail.
 * @returns null for another token, for altered bytes, and where nothing is stored
 */
export function openPersonalData(token: string, sealed: Uint8Array | null): PersonalData | null {
  return tryOpen(() => sealed && personalData.parse(openWithToken(token, sealed)))
}
