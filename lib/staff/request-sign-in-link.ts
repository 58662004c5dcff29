import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { mailStaffLink } from './mail-staff-link'

/** In ms: every response takes at least this long, so that its time reveals nothing. */
const MIN_RESPONSE_TIME = 400

/**
 * Mails a sign-in link if the address belongs to staff. Does not reveal whether it does, not even by timing.
 * @param network that the request came from, as `networkOf` gives it
 */
export async function requestSignInLink(typed: string, now: Date, network: string | null): Promise<void> {
  const least = sleep(MIN_RESPONSE_TIME)
  const address = canonicalEmail(typed)
  if (address) await mailLink(address.canonical, now, network)
  await least
}

async function mailLink(canonical: string, now: Date, network: string | null): Promise<void> {
  const staff = await db().user.findFirst({ where: { email: canonical, disabledAt: null } })
  if (staff) await db().$transaction((tx) => mailStaffLink(tx, canonical, 'sign-in', now, network))
}
