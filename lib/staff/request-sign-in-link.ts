import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { mailStaffLink } from './mail-staff-link'

/** The minimum time of every response, so that its duration reveals nothing, in ms. */
const MIN_RESPONSE_TIME = 400

/**
 * Mails a sign-in link if the address belongs to staff. Neither the answer nor its time reveals whether it does.
 * @param network from which the request came, as `networkOf` returns it
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
