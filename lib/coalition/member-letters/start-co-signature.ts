import { randomUUID } from 'node:crypto'
import { countInHour } from '@/lib/integrity/limits/count-in-hour'
import { fold } from '@/lib/text/fold'
import { transact } from '@/lib/transaction'
import { hashToken, newToken } from '@/lib/vault/token'
import { INVITATION_LIFE_DAYS } from '../invite'
import { findMemberSession } from '../member-access/find-member-session'
import { canSign } from './list-member-letters'

/** Forms that one member may open within an hour. */
const MAX_AN_HOUR = 20

export type StartCoSignatureResult =
  | { ok: true; token: string }
  | { ok: false; reason: 'session_unknown' | 'letter_not_open' | 'decided' | 'busy' }

/**
 * Opens the form of a letter for a member: an invitation for the contact whose session this is, beside those that there
 * are. The session proves the contact's mailbox, as a mailed link does; nothing is signed yet, and staff review what is.
 */
export async function startCoSignature(
  session: string | null,
  letterSlug: string,
  now: Date,
): Promise<StartCoSignatureResult> {
  const member = await findMemberSession(session, now)
  const token = newToken()
  const tokenHash = hashToken(token)
  if (!member || !tokenHash) return { ok: false, reason: 'session_unknown' }
  const { memberId } = member
  const [number = 0] = await countInHour([{ kind: 'member co-signature', value: memberId, limit: MAX_AN_HOUR }], now)
  if (number > MAX_AN_HOUR) return { ok: false, reason: 'busy' }
  return transact<StartCoSignatureResult>(async (tx) => {
    const letter = await tx.letter.findUnique({ where: { slug: letterSlug } })
    if (letter?.status !== 'open') return { ok: false, reason: 'letter_not_open' }
    const { name, country } = await tx.member.findUniqueOrThrow({ where: { id: memberId } })
    const key = { letterId: letter.id, search: fold(name) }
    // As staff who invite it at this moment do.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${key.letterId} ${key.search}`}, 0))`
    const known = await tx.coSignature.findFirst({
      where: { letterId: letter.id, OR: [{ memberId }, { search: key.search }] },
      orderBy: { createdAt: 'desc' },
    })
    if (known && !canSign(known.state)) return { ok: false, reason: 'decided' }
    const { id } = known
      ? await tx.coSignature.update({
          where: { id: known.id },
          data: { memberId, state: 'invited', signedOn: null, signedPrecision: null },
        })
      : await tx.coSignature.create({
          data: { id: randomUUID(), ...key, organisation: name, country, memberId, createdAt: now },
        })
    const expiresAt = new Date(now.getTime() + INVITATION_LIFE_DAYS * 86_400_000)
    await tx.invitation.create({ data: { tokenHash, coSignatureId: id, createdAt: now, expiresAt } })
    if (known?.state !== 'invited')
      await tx.coSignatureEvent.create({ data: { id: randomUUID(), coSignatureId: id, state: 'invited', at: now } })
    return { ok: true, token }
  })
}
