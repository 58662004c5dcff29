import { createHash } from 'node:crypto'
import { isoDay } from '@/lib/input/day'
import { queueStaffNotice } from '@/lib/staff/notices/queue-staff-notice'
import { db } from '../db'
import { floodKey } from './flood-key'
import { closedKeys } from './incidents/closed-keys'
import { findOpenFloods, WINDOW } from './list-floods'

/**
 * Notifies those who may hold signatures of each flood, once a day (UTC) and again when it is ten times as large; not
 * of one that is held whole or that somebody has closed, nor of a busy hour.
 */
export async function notifyFloods(now: Date): Promise<void> {
  const since = new Date(now.getTime() - WINDOW)
  const closed = await closedKeys()
  for (const flood of await findOpenFloods(since, since)) {
    if (closed.has(floodKey(flood))) continue
    const { kind, petition, what, domainIndex, signatures, from } = flood
    // A domain may come again for days; the others are known by their hour.
    const [hour, day] = [from.toISOString().slice(0, 13), isoDay(now)]
    const which = domainIndex ? `${Buffer.from(domainIndex).toString('hex')} ${day}` : `${what} ${hour}`
    const tens = String(signatures).length
    const key = createHash('sha256').update(`${kind} ${petition} ${which} ${tens}`).digest('base64url').slice(0, 16)
    await queueStaffNotice(db(), { kind: 'flood', to: { may: 'signature.hold' }, detail: { key }, once: true }, now)
  }
}
