import { db } from '@/lib/db'
import { inviteFromServer } from './invite-staff'

/** The recipient of the printed link, by default. Mail to it stays in the trial mailbox. */
const someone = 'owner@example.org'

/**
 * A link for the first owner, as long as no owner has set up a second factor.
 * @returns null once there is one
 */
export async function firstOwner(now: Date): Promise<{ email: string; link: string } | null> {
  const enrolled = { OR: [{ totpSince: { not: null } }, { passkeys: { some: {} } }] }
  const owners = await db().user.findMany({ where: { role: 'owner', disabledAt: null }, orderBy: { createdAt: 'asc' } })
  if (owners.length > 0 && (await db().user.count({ where: { role: 'owner', disabledAt: null, ...enrolled } })) > 0) {
    return null
  }
  const email = owners[0]?.email ?? someone
  const result = await inviteFromServer(email, 'owner', now)
  return result.ok ? { email, link: result.link } : null
}
