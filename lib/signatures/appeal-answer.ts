import { Prisma } from '@/prisma/generated/client'

/** The answers to an appeal: the signature counts; it stays removed as fraud or as a duplicate; it stays held. */
export const appealAnswers = ['counts', 'fraud', 'duplicate', 'waits'] as const
export type AppealAnswer = (typeof appealAnswers)[number]

/**
 * SQL predicate: the signature `s` is held or removed, and nobody has answered its signer's last appeal. It repeats the
 * condition of its partial index, so that PostgreSQL uses that.
 */
export const appealWaits = Prisma.sql`(s.appealed_at IS NOT NULL AND s.state IN ('held', 'removed')
  AND (s.appeal_answered_at IS NULL OR s.appeal_answered_at < s.appealed_at))`
