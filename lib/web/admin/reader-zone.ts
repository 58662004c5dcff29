import { zoneOf } from '@/lib/text/time-zone'
import { findSession } from './find-session'

/** The time zone of whoever reads this page; UTC before they are known, and for one that this system no longer knows. */
export async function readerZone(): Promise<string> {
  return zoneOf((await findSession())?.user.timeZone)
}
