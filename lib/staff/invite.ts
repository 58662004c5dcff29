import { db } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import type { StaffRole } from '@/prisma/generated/enums'
import { audit } from './audit/audit'
import { INVITATION_HOURS, makeSignInLink } from './sign-in-link'

export type InviteResult =
  | { ok: true; link: string; isNew: boolean }
  | { ok: false; reason: 'email_invalid' | 'other_role' }

/**
 * Takes someone on from the server's command line, and gives a link that signs them in. Who is there already gets a
 * new link; their role stays: changing it takes two people at the desk.
 */
export async function invite(typed: string, role: StaffRole, now: Date): Promise<InviteResult> {
  const address = canonicalEmail(typed)
  if (!address) return { ok: false, reason: 'email_invalid' }
  const email = address.canonical
  return db().$transaction(async (tx) => {
    const there = await tx.user.findUnique({ where: { email } })
    if (there && (there.role !== role || there.disabledAt)) return { ok: false, reason: 'other_role' }
    const user = there ?? (await tx.user.create({ data: { email, role, createdAt: now } }))
    const link = await makeSignInLink(tx, email, new Date(now.getTime() + INVITATION_HOURS * 3_600_000))
    await audit(tx, { by: null, verb: 'staff.invite', subject: `staff:${user.id}`, detail: { role } }, now)
    return { ok: true, link, isNew: !there }
  })
}
