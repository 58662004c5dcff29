import { z } from 'zod'

/** The sealed part of a mailed invitation; deleted once the mail is sent. */
export const invitationMail = z.object({ to: z.string(), locale: z.string(), token: z.string() })
