import { db } from '@/lib/db'
import { hashToken } from '@/lib/vault/token'

/** Who is at a member's own page. */
export interface MemberSession {
  memberId: string
  /** The member's code. */
  slug: string
  name: string
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

async function find(kind: 'link' | 'session', token: string | null, now: Date): Promise<MemberSession | null> {
  const tokenHash = token && hashToken(token)
  if (!tokenHash) return null
  const row = await db().memberAccess.findFirst({
    where: { tokenHash, kind, expiresAt: { gt: now }, contact: { member: { leftOn: null } } },
    select: {
      expiresAt: true,
      contact: { select: { member: { select: { id: true, slug: true, name: true } } } },
    },
  })
  if (!row) return null
  const { id, slug, name } = row.contact.member
  return { memberId: id, slug, name, expiresAt: row.expiresAt }
}
