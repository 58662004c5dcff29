import type { Mailing } from '@/prisma/generated/client'

/** Maximum number of recipients without approval; the database enforces it (`mailing_alone_few`). */
export const SOLO_RECIPIENTS = 100

/** How long a mailing without approval can be resumed after its start, in ms. */
const RESUMABLE = 86_400_000

/**
 * Tells whether a paused mailing without approval can no longer be resumed. After a day its recipients are not the
 * counted ones, because older signatures have only days left of their times.
 */
export function isLapsed(
  { stage, approvedBy, startedAt }: Pick<Mailing, 'stage' | 'approvedBy' | 'startedAt'>,
  now: Date,
): boolean {
  return stage === 'stopped' && approvedBy === null && now.getTime() - (startedAt?.getTime() ?? 0) > RESUMABLE
}
