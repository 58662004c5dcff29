import { z } from 'zod'

/** What is sealed with a co-signature: only the worker and the desk may read it. */
export const coSignatureRecord = z.object({ name: z.string(), role: z.string(), email: z.string() })

/** What is sealed with the mail about it; emptied once sent. */
export const coSignatureMail = z.object({
  to: z.string(),
  name: z.string(),
  organisation: z.string(),
  locale: z.string(),
  letterSlug: z.string(),
  token: z.string(),
  postedAt: z.number(),
})
