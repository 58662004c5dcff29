import { db } from '@/lib/db'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { type MailTrouble, readMailTrouble } from './mail-trouble'
import type { MailOutcomes } from './system-report'

export interface MailQueue {
  /** Unsent mails without mailings, counted up to `MAX_COUNTED` + 1, and when the oldest due one was queued. */
  waiting: number
  oldest: Date | null
}

/** Reads the mail queue by its index. Mailings have a page of their own. */
export async function readMailQueue(now: Date): Promise<MailQueue> {
  const [row] = await db().$queryRaw<MailQueue[]>`
    SELECT count(*)::int AS waiting, min(queued_at) FILTER (WHERE not_before <= ${now}) AS oldest
    FROM (SELECT queued_at, not_before FROM mail
      WHERE mailing_id IS NULL AND sent_at IS NULL AND failed_at IS NULL
      ORDER BY not_before LIMIT ${MAX_COUNTED + 1}) AS queue`
  return row ?? { waiting: 0, oldest: null }
}

const WEEK = 7 * 86_400_000

/** Counts the outcomes of mails whose rows still exist. */
export async function readMailOutcomes(now: Date): Promise<MailOutcomes> {
  const since = new Date(now.getTime() - WEEK)
  const [[row], trouble] = await Promise.all([
    db().$queryRaw<Omit<MailOutcomes, keyof MailTrouble>[]>`
      SELECT * FROM
        (SELECT count(*)::int AS failed FROM mail WHERE mailing_id IS NULL AND failed_at IS NOT NULL
          AND failure NOT IN ('nothing_to_send', 'suppressed', 'address_refused')) AS queue,
        (SELECT count(*) FILTER (WHERE reason = 'bounce' AND suppressed_at > ${since})::int AS bounces,
          count(*) FILTER (WHERE reason = 'complaint' AND suppressed_at > ${since})::int AS complaints,
          count(*)::int AS suppressed FROM suppression) AS listed`,
    readMailTrouble(now),
  ])
  if (!row) throw new Error('the database answered nothing')
  return { ...row, ...trouble }
}
