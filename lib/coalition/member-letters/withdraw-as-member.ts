import { randomUUID } from 'node:crypto'
import { transact } from '@/lib/transaction'
import { hashToken } from '@/lib/vault/token'

export type WithdrawAsMemberResult = { ok: true } | { ok: false; reason: 'session_unknown' | 'not_signed' }

/**
 * Withdraws what a member signed on its own page, whichever of its contacts did. What was signed with a link, that link
 * withdraws. In one statement: a contact who is removed at the same moment withdraws nothing more.
 */
export function withdrawAsMember(
  session: string | null,
  letterSlug: string,
  now: Date,
): Promise<WithdrawAsMemberResult> {
  const tokenHash = session && hashToken(session)
  return transact<WithdrawAsMemberResult>(async (tx) => {
    if (!tokenHash) return { ok: false, reason: 'session_unknown' }
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      UPDATE co_signature s SET state = 'withdrawn', sealed = NULL, contact_id = NULL
      FROM letter l, member_access a, member_contact c, member m
      WHERE l.slug = ${letterSlug} AND s.letter_id = l.id AND s.on_own_page AND s.state IN ('confirmed', 'approved')
        AND s.member_id = m.id AND a.token_hash = ${tokenHash} AND a.kind = 'session' AND a.expires_at > ${now}
        AND c.id = a.contact_id AND m.id = c.member_id AND m.left_on IS NULL
      RETURNING s.id`
    if (!row) return { ok: false, reason: 'not_signed' }
    const event = { id: randomUUID(), coSignatureId: row.id, state: 'withdrawn' as const, at: now }
    await tx.coSignatureEvent.create({ data: event })
    return { ok: true }
  })
}
