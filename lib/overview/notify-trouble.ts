import { db } from '@/lib/db'
import { queueStaffNotice } from '@/lib/staff/notices/queue-staff-notice'
import { MAIL_LATE } from './find-problems'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Of how many mails at least bounces are a share worth telling, and which share. */
const ENOUGH = 50
const MAX_BOUNCES = 0.02

/**
 * Tells the owners, once a day each, of mail that is late or given up, of a large share of bounces, and of a ledger that no
 * independent witness has cosigned for an hour. Where no mail leaves at all, Home and the page of status say so.
 * @param witnesses the vkeys of those that are asked now
 */
export async function notifyTrouble(witnesses: readonly string[], now: Date): Promise<void> {
  const day = now.toISOString().slice(0, 10)
  const [mail, alone] = await Promise.all([readMail(now), isLedgerAlone(witnesses, now)])
  const share = mail.bounced / mail.tried
  const notices: ({ kind: 'mail_trouble' | 'ledger_alone'; detail: Record<string, string> } | false)[] = [
    mail.isFailing && { kind: 'mail_trouble', detail: { what: 'failing', day } },
    mail.tried >= ENOUGH && share > MAX_BOUNCES && { kind: 'mail_trouble', detail: { what: 'bounces', day } },
    alone && { kind: 'ledger_alone', detail: { day } },
  ]
  for (const notice of notices) if (notice) await queueStaffNotice(db(), { ...notice, to: 'owners', once: true }, now)
}

/**
 * Bounces are counted against the mails whose rows are kept. Those of mailings are deleted once sent, so what a signer
 * bounces who may have been sent one is left out.
 */
async function readMail(now: Date) {
  const [since, late, week] = [DAY, MAIL_LATE, 7 * DAY].map((ago) => new Date(now.getTime() - ago))
  const [row] = await db().$queryRaw<{ bounced: number; tried: number; isFailing: boolean }[]>`
    SELECT
      (SELECT count(*)::int FROM suppression b WHERE reason = 'bounce' AND suppressed_at > ${since}
        AND NOT EXISTS (SELECT FROM suppressed_signature s JOIN mailing m USING (petition_id)
          WHERE s.address_hash = b.address_hash AND m.started_at IS NOT NULL
            AND (m.ended_at IS NULL OR m.ended_at > ${week}))) AS bounced,
      (SELECT count(*)::int FROM mail WHERE mailing_id IS NULL
        AND (sent_at > ${since} OR (failed_at > ${since} AND failure = 'address_refused'))) AS tried,
      EXISTS (SELECT FROM mail WHERE mailing_id IS NULL AND sent_at IS NULL
        -- Each attempt moves not_before ahead.
        AND ((failed_at IS NULL AND (not_before <= ${late} OR (attempts > 0 AND queued_at <= ${late})))
          OR (failed_at > ${since} AND failure IN ('content_refused', 'outcome_unknown')))) AS "isFailing"`
  return row ?? { bounced: 0, tried: 0, isFailing: false }
}

/**
 * Whether some log has a checkpoint, signed an hour ago or earlier, that no witness has cosigned: neither it nor a later
 * one. A witness cosigns the newest, so one that has cosigned since it was signed has seen it. The size alone does not say
 * that: of one that is ahead it is the size that it claims.
 */
async function isLedgerAlone(witnesses: readonly string[], now: Date): Promise<boolean> {
  const [row] = await db().$queryRaw<{ alone: boolean }[]>`
    SELECT EXISTS (SELECT FROM ledger_log l
      CROSS JOIN LATERAL (SELECT size, signed_at FROM ledger_checkpoint c WHERE c.petition_id = l.petition_id
        AND c.signed_at < ${new Date(now.getTime() - HOUR)} ORDER BY size DESC LIMIT 1) AS settled
      CROSS JOIN LATERAL (SELECT bool_or(coalesce(cosigned_at >= settled.signed_at, false)
          OR (failure IS NULL AND w.size >= settled.size)) AS cosigned FROM ledger_witness w
        WHERE w.petition_id = l.petition_id AND w.vkey = ANY(${[...witnesses]}::text[])) AS seen
      WHERE NOT seen.cosigned) AS alone`
  return row?.alone ?? false
}
