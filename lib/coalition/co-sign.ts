import { randomUUID } from 'node:crypto'
import { queueMail } from '@/lib/mail/queue-mail'
import { fold } from '@/lib/text/fold'
import { transact } from '@/lib/transaction'
import { sealRecord } from '@/lib/vault/seal-record'
import { hashToken } from '@/lib/vault/token'
import type { LetterText } from '@/prisma/generated/client'
import { coSignatureMail, coSignatureRecord } from './co-signature-record'
import { findInvitation } from './find-invitation'
import { freeName, hasSigned, lockLetter, lockPlace } from './lock-place'
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
  const { organisation, country, name, role, email } = form
  const sealed = sealRecord(coSignatureRecord.parse({ name, role, email: email.deliverable }))
  return transact<CoSignResult>(async (tx) => {
    const link = await findInvitation(token, now, tx)
    const tokenHash = hashToken(token)
    if (!link || !tokenHash) return { ok: false, reason: 'token_unknown', letterSlug: null }
    const { letterSlug, letterId, coSignatureId: id } = link
    const search = fold(organisation)
    await lockLetter(tx, letterId, 'sign')
    const place = await lockPlace(tx, letterId, search, link.memberId)
    // Only now: whoever closed the letter, revoked the link or signed at the same moment is done.
    if ((await findInvitation(token, now, tx))?.state !== 'invited')
      return { ok: false, reason: 'not_open', letterSlug }
    await freeName(tx, letterId, search, id)
    const named = await tx.coSignature.count({ where: { letterId, search, id: { not: id } } })
    if (named > 0 || (await hasSigned(tx, letterId, place, id)))
      return { ok: false, reason: 'organisation_taken', letterSlug }
    // Of twenty simultaneous requests one finds the invitation unused.
    const { count } = await tx.invitation.updateMany({
      where: { tokenHash, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    if (count === 0) return { ok: false, reason: 'not_open', letterSlug }
    const { texts } = await tx.letter.findUniqueOrThrow({ where: { id: letterId }, include: { texts: true } })
    const signed = { organisation, search, country, sealed, locale, ...signedToday(texts, locale, now) }
    const data = { ...signed, contactId: null, onOwnPage: false }
    await tx.coSignature.update({ where: { id }, data, select: { id: true } })
    await tx.coSignatureEvent.create({ data: { id: randomUUID(), coSignatureId: id, state: 'confirmed', at: now } })
    const receipt = { to: email.deliverable, name, organisation, locale, letterSlug, token, postedAt: now.getTime() }
    const mail = sealRecord(coSignatureMail.parse(receipt))
    await queueMail(tx, { countedAs: email.canonical, kind: 'co_signature', sealed: mail }, now)
    return { ok: true, letterSlug }
  })
}

/** How a co-signature stands from the day it is signed on. */
export function signedToday(texts: LetterText[], locale: string, now: Date) {
  const letterVersion = textIn(texts, locale)?.version ?? null
  return { letterVersion, state: 'confirmed', signedOn: now, signedPrecision: 'day' } as const
}
