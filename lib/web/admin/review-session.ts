import { z } from 'zod'
import { heldKinds } from '@/lib/review/held-filter'
import type { Staff } from '@/lib/staff/staff'
import { openQuery, sealQuery } from './sealed-query'

/** After this a reviewer must state the reason again, in ms. */
const LONGEST = 30 * 60_000

const sessionFields = z.object({
  /** The reason for opening signers' data; logged with each opening. */
  why: z.string(),
  began: z.number(),
  /** How many waited at the beginning, and how many this person has decided since. */
  total: z.number(),
  done: z.number(),
  /** Shows one at a time, even in groups. */
  alone: z.boolean().default(false),
  /** The group to review (`listHeldGroups`); empty for all. */
  group: z.string().default(''),
  /** The kind of groups to review; none for all. */
  kind: z.enum(heldKinds).or(z.literal('')).optional(),
  /** The language to review; empty for all. */
  locale: z.string().default(''),
  /** The petition to review; empty for all. */
  petition: z.string().default(''),
  /** The last decision, if it cannot be derived from the queue. */
  last: z.object({ at: z.number(), done: z.string(), comments: z.number(), key: z.string().default('') }).optional(),
})

/** One sitting of a reviewer, sealed in the address and readable by their session only. */
export type ReviewSession = z.output<typeof sessionFields>

/** Seals a review session for the address of the next page. */
export function sealReview(staff: Staff, queue: string, session: z.input<typeof sessionFields>, now: Date): string {
  return sealQuery(staff, `review ${queue}`, JSON.stringify(session), now)
}

/** @returns null if there is none, it has lasted half an hour, or nothing was done for ten minutes */
export function openReview(staff: Staff, queue: string, sealed: unknown, now: Date): ReviewSession | null {
  const text = openQuery(staff, `review ${queue}`, sealed, now)
  if (text === null) return null
  const session = sessionFields.parse(JSON.parse(text))
  return now.getTime() - session.began < LONGEST ? session : null
}
