import { queueStaffNotice } from '@/lib/staff/notices/queue-staff-notice'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'

/** Queues a test mail to the person themselves, on the way that all mail takes. */
export function mailTest(by: Staff, now: Date): Promise<{ ok: true }> {
  return staffWrite(by, 'settings.write', now, async ({ tx, log }) => {
    const at = now.toISOString().slice(0, 16).replace('T', ' ')
    await queueStaffNotice(tx, { kind: 'mail_test', to: [by.id], detail: { at } }, now)
    log('settings.test_mail', `staff:${by.id}`)
    return { ok: true }
  })
}
