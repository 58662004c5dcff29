import { timeZones } from '@/lib/text/time-zone'
import type { Staff } from './staff'
import { staffWrite } from './staff-write'

/** Sets a person's time zone; the default is UTC. */
export function saveTimeZone(
  by: Staff,
  zone: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'zone_unknown' }> {
  return staffWrite<{ ok: true } | { ok: false; reason: 'zone_unknown' }>(by, 'account.manage', now, async ({ tx }) => {
    if (!timeZones.includes(zone)) return { ok: false, reason: 'zone_unknown' }
    await tx.user.update({ where: { id: by.id }, data: { timeZone: zone } })
    return { ok: true }
  })
}
