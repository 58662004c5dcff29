import { db } from '@/lib/db'
import { queueStaffNotice } from '@/lib/staff/notices/queue-staff-notice'
import { isLedgerAlone } from './status/is-ledger-alone'
import { hasManyBounces, hasManyComplaints, readMailTrouble } from './status/mail-trouble'

/**
 * Notifies owners, once a day for each, of late or failed mail, of too many bounces or complaints, and of a ledger that
 * no independent witness has cosigned for an hour. If no mail can be sent at all, Home and the status page show it.
 * @param witnesses vkeys of the witnesses that are configured now
 */
export async function notifyTrouble(witnesses: readonly string[], now: Date): Promise<void> {
  const day = now.toISOString().slice(0, 10)
  const [mail, alone] = await Promise.all([readMailTrouble(now), isLedgerAlone(witnesses, now)])
  const notices: ({ kind: 'mail_trouble' | 'ledger_alone'; detail: Record<string, string> } | false)[] = [
    mail.isFailing && { kind: 'mail_trouble', detail: { what: 'failing', day } },
    hasManyBounces(mail) && { kind: 'mail_trouble', detail: { what: 'bounces', day } },
    hasManyComplaints(mail) && { kind: 'mail_trouble', detail: { what: 'complaints', day } },
    alone && { kind: 'ledger_alone', detail: { day } },
  ]
  for (const notice of notices) if (notice) await queueStaffNotice(db(), { ...notice, to: 'owners', once: true }, now)
}
