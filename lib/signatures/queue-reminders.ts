import { pool } from '@/lib/db'
import { REMIND_AFTER_DAYS } from './link-life'

/**
 * Queues one reminder for each person and petition with a form that nobody has confirmed a day after its mail was sent.
 * It waits in the queue until it is due: by then the row of the first mail, from which it takes the address's index, is
 * long deleted (by `purgeMail`, so this runs before that). The id of the reminder's row depends on the person alone:
 * run concurrently, twice or after a crash, it queues one. When the reminder is composed, it is checked again whether
 * the form is still pending. Suspicious forms get none, because the address may be a stranger's; nor do people who
 * refused reminders.
 * @returns how many reminders were queued
 */
export async function queueReminders(now: Date): Promise<number> {
  const { rowCount } = await pool().query(
    `INSERT INTO mail (address_index, id, kind, petition_id, email_index, form, queued_at, not_before)
     SELECT DISTINCT ON (f.petition_id, f.email_index) m.address_index,
       md5('reminder ' || f.petition_id || encode(f.email_index, 'hex'))::uuid, 'reminder', f.petition_id, f.email_index,
       f.form, due.at, due.at
     FROM mail m JOIN pending_signature f ON f.petition_id = m.petition_id AND f.email_index = m.email_index AND f.form = m.form
     CROSS JOIN LATERAL (SELECT f.received_at + interval '${REMIND_AFTER_DAYS} days' AS at) due
     JOIN petition p ON p.id = f.petition_id AND p.status = 'open'
     WHERE m.kind = 'signature' AND m.sent_at < $1::timestamptz - interval '1 day' AND NOT f.suspicious
       AND NOT EXISTS (SELECT FROM pending_signature r
         WHERE r.petition_id = f.petition_id AND r.email_index = f.email_index AND r.no_reminder)
     ORDER BY f.petition_id, f.email_index, f.received_at DESC
     ON CONFLICT DO NOTHING`,
    [now],
  )
  return rowCount ?? 0
}
