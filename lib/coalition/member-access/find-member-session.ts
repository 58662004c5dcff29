import { db } from '@/lib/db'
import { hashToken } from '@/lib/vault/token'
import type { Prisma } from '@/prisma/generated/client'

/** The session of a visitor to a member's own page. */
export interface MemberSession {
  memberId: string
  /** The member's code. */
  slug: string
  name: string
  country: string | null
  expiresAt: Date
}

/** The session of a browser; null if it is unknown, over, or its contact or member is no longer one. */
export function findMemberSession(token: string | null, now: Date): Promise<MemberSession | null> {
  return find('session', token, now)
}

/** Whether a mailed link can be opened. Reading spends nothing: mail scanners follow links. */
export async function isMemberLink(token: string, now: Date): Promise<boolean> {
  return (await find('link', token, now)) !== null
}

/** Ends a session, and no other. */
export async function endMemberSession(token: string | null): Promise<void> {
  const tokenHash = token && hashToken(token)
  if (tokenHash) await db().memberAccess.deleteMany({ where: { tokenHash, kind: 'session' } })
}

/** The contact who acts for a member, at this moment. */
export interface MemberContact extends MemberSession {
  contactId: string
}

/**
 * The same with the contact whose session it is, for what is done in their member's name; in a transaction, as it
 * stands there.
 */
export function findMemberContact(
  token: string | null,
  now: Date,
  tx: Pick<Prisma.TransactionClient, 'memberAccess'> = db(),
): Promise<MemberContact | null> {
  return find('session', token, now, tx)
}

async function find(
  kind: 'link' | 'session',
  token: string | null,
  now: Date,
  tx: Pick<Prisma.TransactionClient, 'memberAccess'> = db(),
): Promise<MemberContact | null> {
  const tokenHash = token && hashToken(token)
  if (!tokenHash) return null
  const row = await tx.memberAccess.findFirst({
    where: { tokenHash, kind, expiresAt: { gt: now }, contact: { member: { leftOn: null } } },
    select: {
      expiresAt: true,
      contact: { select: { id: true, member: { select: { id: true, slug: true, name: true, country: true } } } },
    },
  })
  if (!row) return null
  const { id: contactId, member } = row.contact
  const { id: memberId, slug, name, country } = member
  return { memberId, slug, name, expiresAt: row.expiresAt, contactId, country }
}
