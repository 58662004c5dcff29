import { z } from 'zod'

/** Days for which a mailed link to a member's own page can be opened, once. */
export const LINK_DAYS = 7

/** Hours for which the page is then open in that browser. */
export const SESSION_HOURS = 12

/** The sealed part of a contact; its language since there are mails that nobody asks for on a page. */
export const contactRecord = z.object({ email: z.string(), canonical: z.string(), locale: z.string().optional() })

/** The sealed part of the mail with the link; deleted once the mail is sent. */
export const memberLinkMail = z.object({
  to: z.string(),
  canonical: z.string(),
  locale: z.string(),
  token: z.string(),
})
