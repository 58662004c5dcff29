import { createHash } from 'node:crypto'
import { queueStaffNotice } from '@/lib/staff/notices/queue-staff-notice'
import { db } from '../db'
import { findOpenFloods, WINDOW } from './list-floods'

/**
 * Notifies those who may hold signatures of each flood, once a day (UTC) and again when it is ten times as large; not of one
 * that is held whole, nor of a busy hour.
 */
export async function notifyFloods(now: Date): Promise<void> {
  const since = new Date(now.getTime() - WINDOW)
  for (const flood of await findOpenFloods(since, since)) {
    const { kind, petition, what, domainIndex, signatures, from } = flood
    // A domain may come again for days; the others are known by their hour.
    const [hour, day] = [from.toISOString().slice(0, 13), now.toISOString().slice(0, 10)]
    const which = domainIndex ? `${Buffer.from(domainIndex).toString('hex')} ${day}` : `${what} ${hour}`
    const tens = String(signatures).length
    const key = createHash('sha256').update(`${kind} ${petition} ${which} ${tens}`).digest('base64url').slice(0, 16)
    await queueStaffNotice(db(), { kind: 'flood', to: { may: 'signature.hold' }, detail: { key }, once: true }, now)
  }
}
