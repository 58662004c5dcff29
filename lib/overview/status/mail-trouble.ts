import { db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import type { MailOutcomes } from './system-report'
import { ENOUGH_MAILS, MAIL_LATE, MAX_BOUNCES, MAX_COMPLAINTS } from './thresholds'

const DAY = 86_400_000

/** The results that owners are notified of. */
export type MailTrouble = Pick<MailOutcomes, 'bounced' | 'complained' | 'tried' | 'isFailing'>

/** Tells whether too large a share of mails bounced. */
export function hasManyBounces({ bounced, tried }: MailTrouble): boolean {
  return tried >= ENOUGH_MAILS && bounced / tried > MAX_BOUNCES
}

/** Tells whether too large a share of mails was reported as spam; a single complaint may be a mistake. */
export function hasManyComplaints({ complained, tried }: MailTrouble): boolean {
  return complained > 1 && tried >= ENOUGH_MAILS && complained / tried > MAX_COMPLAINTS
}

const WEEK = 7 * DAY

/**
 * SQL predicate on rows `b` of the suppression list: no mailing can have caused them. Mails of mailings are deleted
 * once sent, so suppressions of signers who may have got one are left out.
 */
export function ofNoMailing(now: Date): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT FROM suppressed_signature s JOIN mailing m USING (petition_id)
    WHERE s.address_hash = b.address_hash AND m.started_at IS NOT NULL
      AND (m.ended_at IS NULL OR m.ended_at > ${new Date(now.getTime() - WEEK)}))`
}

/** Counts bounces and complaints of the last day against the mails whose rows still exist. */
export async function readMailTrouble(now: Date): Promise<MailTrouble> {
  const [since, late] = [DAY, MAIL_LATE].map((ago) => new Date(now.getTime() - ago))
  const [row] = await db().$queryRaw<MailTrouble[]>`
    SELECT
      listed.*,
      (SELECT count(*)::int FROM mail WHERE mailing_id IS NULL
        AND (sent_at > ${since} OR (failed_at > ${since} AND failure = 'address_refused'))) AS tried,
      EXISTS (SELECT FROM mail WHERE mailing_id IS NULL AND sent_at IS NULL
        -- Each attempt moves not_before ahead.
        AND ((failed_at IS NULL AND (not_before <= ${late} OR (attempts > 0 AND queued_at <= ${late})))
          OR (failed_at > ${since} AND failure IN ('content_refused', 'outcome_unknown')))) AS "isFailing"
    FROM (SELECT count(*) FILTER (WHERE reason = 'bounce')::int AS bounced,
        count(*) FILTER (WHERE reason = 'complaint')::int AS complained
      FROM suppression b WHERE suppressed_at > ${since} AND ${ofNoMailing(now)}) AS listed`
  return row ?? { bounced: 0, complained: 0, tried: 0, isFailing: false }
}
