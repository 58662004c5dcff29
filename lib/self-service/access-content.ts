import { z } from 'zod'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { tryOpen } from '@/lib/vault/aead'
import { openWithToken } from '@/lib/vault/seal-with-token'

/** Minutes for which a mailed access link can be opened, and for which its session then lasts. */
export const ACCESS_LINK_MINUTES = 15

/** The sealed part of the queue row of an access link's mail, for the worker. */
export const accessLinkMail = z.object({
  to: z.string(),
  canonical: z.string(),
  locale: z.string(),
  token: z.string(),
})

const ownSignature = z.object({
  petitionId: z.string(),
  /** Base64url. */
  emailIndex: z.string(),
  record: signatureRecord,
})

/** The content that is encrypted under an access link's token: all signatures of one address. */
const accessContent = z.object({
  canonical: z.string(),
  locale: z.string(),
  signatures: z.array(ownSignature),
  /** The notice on top of the page, shown once: a code for what was done, or for an error. */
  notice: z.string().nullable(),
})

export type AccessSignature = z.infer<typeof ownSignature>
export type AccessContent = z.infer<typeof accessContent>

/** The content that was encrypted under a token; null for another token, or altered bytes. */
export function openContent(token: string, sealed: Uint8Array): AccessContent | null {
  return tryOpen(() => accessContent.parse(openWithToken(token, sealed)))
}
