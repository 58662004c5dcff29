import { db } from '@/lib/db'
import { type MailTrouble, readMailTrouble } from './mail-trouble'

export interface Mail extends MailTrouble {
  /** Unsent mails other than mailings, and since when the oldest that is due has waited. */
  waiting: number
  oldest: Date | null
  /** Given up in the last two days, for a reason that is ours or the provider's. */
  failed: number
  /** Of the last seven days, on the suppression list. */
  bounces: number
  complaints: number
  /** Addresses on that list. */
  suppressed: number
}

const WEEK = 7 * 86_400_000

/** How mail does. Mailings have a page of their own. */
export async function readMail(now: Date): Promise<Mail> {
  const since = new Date(now.getTime() - WEEK)
  const [[row], trouble] = await Promise.all([
    db().$queryRaw<Omit<Mail, keyof MailTrouble>[]>`
      SELECT * FROM
        (SELECT count(*) FILTER (WHERE failed_at IS NULL)::int AS waiting,
          min(queued_at) FILTER (WHERE failed_at IS NULL AND not_before <= ${now}) AS oldest,
          count(*) FILTER (WHERE failed_at IS NOT NULL
            AND failure NOT IN ('nothing_to_send', 'suppressed', 'address_refused'))::int AS failed
        FROM mail WHERE mailing_id IS NULL AND sent_at IS NULL) AS queue,
        (SELECT count(*) FILTER (WHERE reason = 'bounce' AND suppressed_at > ${since})::int AS bounces,
          count(*) FILTER (WHERE reason = 'complaint' AND suppressed_at > ${since})::int AS complaints,
          count(*)::int AS suppressed FROM suppression) AS listed`,
    readMailTrouble(now),
  ])
  if (!row) throw new Error('the database answered nothing')
  return { ...row, ...trouble }
}
