import { z } from 'zod'

/** The sealed part of the mail about a decision; deleted once the mail is sent. */
export const decisionMail = z.object({
  contactId: z.string(),
  part: z.string(),
  decision: z.enum(['published', 'corrected', 'returned']),
  /** Of the link to the member's own page. */
  token: z.string(),
})
