import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { queueMail } from '@/lib/mail/queue-mail'
import { fold } from '@/lib/text/fold'
import { sealRecord } from '@/lib/vault/seal-record'
import { hashToken } from '@/lib/vault/token'
import { coSignatureMail, coSignatureRecord } from './co-signature-record'
import { findInvitation } from './find-invitation'
import { lockNames } from './lock-names'
import type { CoSignatureForm } from './read-co-signature'
import { textIn } from './text-in'

export type CoSignResult =
  | { ok: true; letterSlug: string }
  | { ok: false; reason: 'token_unknown' | 'not_open' | 'organisation_taken'; letterSlug: string | null }

/**
 * An organisation's representative signs a letter with the invitation. It counts from today, and is public once
 * staff have approved it. A receipt goes to the representative, with the same link.
 */
export async function coSign(token: string, form: CoSignatureForm, locale: string, now: Date): Promise<CoSignResult> {
  const invitation = await findInvitation(token, now)
  const tokenHash = hashToken(token)
  if (!invitation || !tokenHash) return { ok: false, reason: 'token_unknown', letterSlug: null }
  const { letterSlug, coSignatureId: id } = invitation
  if (invitation.state !== 'invited') return { ok: false, reason: 'not_open', letterSlug }

  const { organisation, country, name, role, email } = form
  const sealed = sealRecord(coSignatureRecord.parse({ name, role, email: email.deliverable }))
  const receipt = { to: email.deliverable, name, organisation, locale, letterSlug, token, postedAt: now.getTime() }
  const mail = sealRecord(coSignatureMail.parse(receipt))

  return db().$transaction(async (tx): Promise<CoSignResult> => {
    const letter = await tx.letter.findUniqueOrThrow({ where: { slug: letterSlug }, include: { texts: true } })
    const search = fold(organisation)
    await lockNames(tx, letter.id, [search])
    // One that was asked for and came to nothing keeps the name from nobody.
    await tx.$executeRaw`UPDATE co_signature SET search = state::text || ' ' || id::text WHERE letter_id = ${letter.id}::uuid
      AND search = ${search} AND id <> ${id}::uuid AND domain IS NOT NULL AND state = 'declined'`
    const taken = await tx.coSignature.count({ where: { letterId: letter.id, search, id: { not: id } } })
    if (taken) return { ok: false, reason: 'organisation_taken', letterSlug }
    // Of twenty simultaneous requests one finds the invitation unused.
    const { count } = await tx.invitation.updateMany({
      where: { tokenHash, usedAt: null, revokedAt: null },
      data: { usedAt: now },
    })
    if (count === 0) return { ok: false, reason: 'not_open', letterSlug }
    const letterVersion = textIn(letter.texts, locale)?.version ?? null
    await tx.coSignature.update({
      where: { id },
      data: {
        organisation,
        search,
        country,
        sealed,
        locale,
        letterVersion,
        state: 'confirmed',
        signedOn: now,
        signedPrecision: 'day',
      },
    })
    await tx.coSignatureEvent.create({ data: { id: randomUUID(), coSignatureId: id, state: 'confirmed', at: now } })
    await queueMail(tx, { countedAs: email.canonical, kind: 'co_signature', sealed: mail }, now)
    return { ok: true, letterSlug }
  })
}
