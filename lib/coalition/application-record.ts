import { z } from 'zod'

/** Days in which a mailed link confirms an application; then it is deleted. */
export const APPLICATION_LIFE_DAYS = 7

/** What is sealed with an application: only the worker and the desk may read it. */
export const applicationRecord = z.object({
  name: z.string(),
  contact: z.string().nullable(),
  /** Deliverable address, as typed. */
  email: z.string(),
  website: z.string().nullable(),
  comment: z.string(),
})

export type ApplicationRecord = z.infer<typeof applicationRecord>

/** As it is sealed: with the token of its mailed link, which only the worker reads. */
export const sealedApplication = applicationRecord.extend({ token: z.string() })

/** What is sealed with the mail about it; emptied once sent. */
export const applicationMail = z.object({
  to: z.string(),
  locale: z.string(),
  /** Its id. */
  application: z.string(),
  postedAt: z.number(),
})
