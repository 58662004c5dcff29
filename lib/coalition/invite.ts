import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { lineField, optionalCountryField } from '@/lib/input/form-fields'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { fold } from '@/lib/text/fold'
import { hashToken, newToken } from '@/lib/vault/token'
import { optionalKeyField } from './entities/fields'
import { lockNames } from './lock-names'

/** Days for which an invitation can be used to sign. */
export const INVITATION_LIFE_DAYS = 60

/** The form that invites an organisation; `member`: the slug of its member, if it is one. */
export const invitationForm = z
  .object({ organisation: lineField(200), country: optionalCountryField, member: optionalKeyField })
  .transform(({ member, ...invited }) => ({ ...invited, memberSlug: member }))

export type InviteResult =
  | { ok: true; token: string; expiresAt: Date }
  | { ok: false; reason: 'letter_unknown' | 'letter_not_open' | 'member_unknown' | 'already_signed' }

/**
 * Invites an organisation to co-sign an open letter. Staff send it the link with the token; the database keeps only the
 * token's hash. A new invitation of the same organisation revokes the previous one.
 */
export function invite(
  by: Staff,
  letterSlug: string,
  invited: z.output<typeof invitationForm>,
  now: Date,
): Promise<InviteResult> {
  const { organisation, country, memberSlug } = invited
  const token = newToken()
  const tokenHash = hashToken(token)
  if (!tokenHash) throw new Error('a new token has the wrong form')
  const expiresAt = new Date(now.getTime() + INVITATION_LIFE_DAYS * 86_400_000)

  return staffWrite<InviteResult>(by, 'coalition.write', now, async ({ tx, log }) => {
    const letter = await tx.letter.findUnique({ where: { slug: letterSlug } })
    if (!letter) return { ok: false, reason: 'letter_unknown' }
    if (letter.status !== 'open') return { ok: false, reason: 'letter_not_open' }
    const member = memberSlug ? await tx.member.findUnique({ where: { slug: memberSlug } }) : null
    if (memberSlug && !member) return { ok: false, reason: 'member_unknown' }

    const key = { letterId: letter.id, search: fold(organisation) }
    // Of two simultaneous invitations of one organisation the second waits.
    await lockNames(tx, key.letterId, [key.search])
    const known = await tx.coSignature.findUnique({ where: { letterId_search: key } })
    if (known?.state === 'confirmed' || known?.state === 'approved') return { ok: false, reason: 'already_signed' }
    const data = { organisation, country, memberId: member?.id ?? null, domain: null, state: 'invited' as const }
    const { id } = known
      ? await tx.coSignature.update({
          where: { id: known.id },
          data: { ...data, signedOn: null, signedPrecision: null, contactId: null, onOwnPage: false },
        })
      : await tx.coSignature.create({ data: { id: randomUUID(), ...key, ...data } })
    await tx.invitation.updateMany({ where: { coSignatureId: id, revokedAt: null }, data: { revokedAt: now } })
    await tx.invitation.create({ data: { tokenHash, coSignatureId: id, createdAt: now, expiresAt } })
    await tx.coSignatureEvent.create({
      data: { id: randomUUID(), coSignatureId: id, state: 'invited', at: now, staffId: by.id },
    })
    log('co_signature.invite', `co_signature:${id}`)
    return { ok: true, token, expiresAt }
  })
}
