import { z } from 'zod'

/** The sealed part of a co-signature: only the worker and staff's pages can open it. */
export const coSignatureRecord = z.object({ name: z.string(), role: z.string(), email: z.string() })

/** The sealed part of its mail; deleted once the mail is sent. */
export const coSignatureMail = z.object({
  to: z.string(),
  name: z.string(),
  /** Not in the mail: for a worker of an earlier release. */
  organisation: z.string(),
  locale: z.string(),
  letterSlug: z.string(),
  token: z.string(),
  postedAt: z.number(),
})
