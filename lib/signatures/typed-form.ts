import { z } from 'zod'
import { tryOpen } from '@/lib/vault/aead'
import { openWithToken } from '@/lib/vault/seal-with-token'

const schema = z.object({
  name: z.string(),
  /** Deliverable address, as typed. */
  email: z.string(),
  comment: z.string().nullable(),
})

/** What a waiting form holds of its person, as the page behind its mail shows it. */
export type TypedForm = z.infer<typeof schema>

/** Opens it with the mailed token; null where it is another's, was altered, or is not there. */
export function openTypedForm(token: string, sealed: Uint8Array | null): TypedForm | null {
  return tryOpen(() => sealed && schema.parse(openWithToken(token, sealed)))
}
