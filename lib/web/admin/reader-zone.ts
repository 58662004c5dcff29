import { timeZones } from '@/lib/text/time-zone'
import { findSession } from './find-session'

/** The time zone of whoever reads this page; UTC before they are known, and for one that this system no longer knows. */
export async function readerZone(): Promise<string> {
  const zone = (await findSession())?.user.timeZone ?? 'UTC'
  return timeZones.includes(zone) ? zone : 'UTC'
}
