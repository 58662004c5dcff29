import { db } from '@/lib/db'
import { hashToken } from '@/lib/vault/token'
import { LINK_DAYS } from './access-record'

/**
 * Keeps a link to a contact's page that is being mailed, beside the links that there are: one that somebody else asked
 * for ends none. A mail sent again carries the same link.
 */
export async function keepMemberLink(token: string, contactId: string, now: Date): Promise<void> {
  const tokenHash = hashToken(token)
  if (!tokenHash) throw new Error('a sealed link holds no token')
  const link = { contactId, expiresAt: new Date(now.getTime() + LINK_DAYS * 86_400_000) }
  await db().memberAccess.upsert({ where: { tokenHash }, create: { tokenHash, kind: 'link', ...link }, update: link })
}
