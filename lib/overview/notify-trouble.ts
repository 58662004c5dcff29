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
 */
export async function notifyTrouble(now: Date): Promise<void> {
  const day = now.toISOString().slice(0, 10)
  const [mail, alone] = await Promise.all([readMail(now), isLedgerAlone(now)])
  const share = mail.bounced / mail.tried
  const notices: ({ kind: 'mail_trouble' | 'ledger_alone'; detail: Record<string, string> } | false)[] = [
    mail.isFailing && { kind: 'mail_trouble', detail: { what: 'failing', day } },
    mail.tried >= ENOUGH && share > MAX_BOUNCES && { kind: 'mail_trouble', detail: { what: 'bounces', day } },
    alone && { kind: 'ledger_alone', detail: { day } },
  ]
  for (const notice of notices) if (notice) await queueStaffNotice(db(), { ...notice, to: 'owners', once: true }, now)
}

async function readMail(now: Date) {
  const [since, late] = [new Date(now.getTime() - DAY), new Date(now.getTime() - MAIL_LATE)]
  const [row] = await db().$queryRaw<{ bounced: number; tried: number; isFailing: boolean }[]>`
    SELECT
      (SELECT count(*)::int FROM suppression WHERE reason = 'bounce' AND suppressed_at > ${since}) AS bounced,
      (SELECT count(*)::int FROM mail WHERE sent_at > ${since} OR (failed_at > ${since} AND failure = 'address_refused'))
        AS tried,
      EXISTS (SELECT FROM mail WHERE mailing_id IS NULL AND sent_at IS NULL
        AND ((failed_at IS NULL AND not_before <= ${late})
          OR (failed_at > ${since} AND failure IN ('content_refused', 'outcome_unknown')))) AS "isFailing"`
  return row ?? { bounced: 0, tried: 0, isFailing: false }
}

/** Whether witnesses are asked, and none has cosigned the newest checkpoint of some log, signed an hour ago or earlier. */
async function isLedgerAlone(now: Date): Promise<boolean> {
  const [row] = await db().$queryRaw<{ alone: boolean }[]>`
    SELECT EXISTS (SELECT FROM ledger_log l
      CROSS JOIN LATERAL (SELECT size, signed_at FROM ledger_checkpoint c WHERE c.petition_id = l.petition_id
        ORDER BY size DESC LIMIT 1) AS head
      WHERE head.signed_at < ${new Date(now.getTime() - HOUR)}
        AND EXISTS (SELECT FROM ledger_witness w WHERE w.petition_id = l.petition_id)
        AND NOT EXISTS (SELECT FROM ledger_witness w WHERE w.petition_id = l.petition_id AND w.size >= head.size)) AS alone`
  return row?.alone ?? false
}
