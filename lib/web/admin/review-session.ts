import { z } from 'zod'
import { heldKinds } from '@/lib/review/held-filter'
import type { Staff } from '@/lib/staff/staff'
import { openQuery, sealQuery } from './sealed-query'

/** In ms: after this a reviewer states the reason again. */
const LONGEST = 30 * 60_000

const sessionFields = z.object({
  /** Why signers' data is opened; logged with each opening. */
  why: z.string(),
  began: z.number(),
  /** How many waited at the beginning, and how many this person has decided since. */
  total: z.number(),
  done: z.number(),
  /** Shows one at a time, also where several are alike. */
  alone: z.boolean().default(false),
  /** The one group that is reviewed (`listHeldGroups`); empty: all. */
  group: z.string().default(''),
  /** The one thing that reviewed signatures have in common; none: all. */
  kind: z.enum(heldKinds).or(z.literal('')).optional(),
  /** The one language that is reviewed; empty: all. */
  locale: z.string().default(''),
  /** The one petition whose signatures are reviewed; empty: all. */
  petition: z.string().default(''),
  /** What was decided last, where that cannot be read from what waits. */
  last: z.object({ at: z.number(), done: z.string(), comments: z.number(), key: z.string().default('') }).optional(),
})

/** One sitting of a reviewer: it travels sealed in the address, which is readable by their session only. */
export type ReviewSession = z.output<typeof sessionFields>

/** Seals a review session for the address of the next page. */
export function sealReview(staff: Staff, queue: string, session: z.input<typeof sessionFields>, now: Date): string {
  return sealQuery(staff, `review ${queue}`, JSON.stringify(session), now)
}

/** @returns null if there is none, or it has lasted half an hour, or nothing was done for ten minutes */
export function openReview(staff: Staff, queue: string, sealed: unknown, now: Date): ReviewSession | null {
  const text = openQuery(staff, `review ${queue}`, sealed, now)
  if (text === null) return null
  const session = sessionFields.parse(JSON.parse(text))
  return now.getTime() - session.began < LONGEST ? session : null
}
