import type { Mailing } from '@/prisma/generated/client'

/** Recipients of a mailing that one person may send without approval; the database enforces it (`mailing_alone_few`). */
export const SOLO_RECIPIENTS = 100

/** In ms: how long a mailing that nobody approved can be resumed after its start. */
const RESUMABLE = 86_400_000

/**
 * Whether a mailing that one person sent and somebody stopped is over: after a day its recipients are no longer those that
 * were counted, as days are all that is kept of older signatures.
 */
export function isLapsed(
  { stage, approvedBy, startedAt }: Pick<Mailing, 'stage' | 'approvedBy' | 'startedAt'>,
  now: Date,
): boolean {
  return stage === 'stopped' && approvedBy === null && now.getTime() - (startedAt?.getTime() ?? 0) > RESUMABLE
}
