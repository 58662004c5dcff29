import { z } from 'zod'

/** Days for which the mailed link can be used to sign. */
export const ASK_LIFE_DAYS = 7

/** The sealed part of the mail with the link; deleted once the mail is sent. */
export const askMail = z.object({
  to: z.string(),
  locale: z.string(),
  letterSlug: z.string(),
  token: z.string(),
  postedAt: z.number(),
})
