import { z } from 'zod'
import { tryOpen } from '@/lib/vault/aead'
import { openWithToken } from '@/lib/vault/seal-with-token'
import { type PersonalData, personalData } from './signature-form'

/** The sealed part of a signature: everything about a person that only the worker and the admin area may read. */
export const signatureRecord = personalData.extend({
  /** The token of the mailed link; the row keeps its hash. */
  token: z.string(),
  /** Opens the commitment in the ledger (lib/signatures/commitment.ts); each 32 bytes, base64url. Never changed. */
  opening: z.object({
    salt: z.string(),
    /** Nonce of the record as signed. */
    nonce: z.string(),
    /** The record's hash as it was signed: name and display may be corrected later. */
    record: z.string(),
  }),
})

export type SignatureRecord = z.infer<typeof signatureRecord>

/**
 * Opens, with the mailed token, the personal data of a pending form, for the page of its mail.
 * @returns null for another token, altered bytes, or if nothing is stored
 */
export function openPersonalData(token: string, sealed: Uint8Array | null): PersonalData | null {
  return tryOpen(() => sealed && personalData.parse(openWithToken(token, sealed)))
}
