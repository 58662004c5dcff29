import { z } from 'zod'

/** Days until an unconfirmed application is deleted. */
export const APPLICATION_LIFE_DAYS = 7

/** The sealed part of an application: only the worker and staff's pages can open it. */
export const applicationRecord = z.object({
  name: z.string(),
  contact: z.string().nullable(),
  /** Deliverable address, as typed. */
  email: z.string(),
  website: z.string().nullable(),
  comment: z.string(),
})

export type ApplicationRecord = z.infer<typeof applicationRecord>

/** The same with the token of the mailed link, which only the worker reads. */
export const sealedApplication = applicationRecord.extend({ token: z.string() })

/** The sealed part of its mail; deleted once the mail is sent. */
export const applicationMail = z.object({
  to: z.string(),
  locale: z.string(),
  /** Its id. */
  application: z.string(),
  postedAt: z.number(),
})
