import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { lineField, tickedField } from '@/lib/input/form-fields'
import { countInHour } from '@/lib/integrity/limits/count-in-hour'
import { fold } from '@/lib/text/fold'
import { transact } from '@/lib/transaction'
import { sealRecord } from '@/lib/vault/seal-record'
import type { Prisma } from '@/prisma/generated/client'
import { signedToday } from '../co-sign'
import { coSignatureRecord } from '../co-signature-record'
import type { FieldErrors } from '../entities/apply-change'
import { readForm } from '../entities/fields'
import { freeName, hasSigned, lockLetter, lockPlace, type Place } from '../lock-place'
import { findMemberContact } from '../member-access/find-member-session'
import { coSignatureLimits } from '../read-co-signature'

/** Co-signatures of one member within an hour, withdrawn ones included. */
const MAX_AN_HOUR = 30

const form = z.object({
  name: lineField(coSignatureLimits.name),
  role: lineField(coSignatureLimits.role),
  authority: tickedField,
})

export type SignAsMemberResult =
  | { ok: true }
  | { ok: false; reason: 'session_unknown' | 'not_open' | 'signed' | 'decided' | 'taken' | 'busy' }
  | { ok: false; errors: FieldErrors }

/**
 * A member's contact asks, on the member's own page, that the member co-sign a letter under its own name. Nothing but
 * the session allows it, at this moment: no link is made that could outlive the contact. Staff decide as on every
 * other. `decided`: they declined it; only they can change that. `taken`: another member stands there under its name.
 */
export async function signAsMember(
  session: string | null,
  letterSlug: string,
  fields: Record<string, string>,
  locale: string,
  now: Date,
): Promise<SignAsMemberResult> {
  const known = await findMemberContact(session, now)
  if (!known) return { ok: false, reason: 'session_unknown' }
  const read = readForm(form, fields)
  if (!read.ok) return read
  const bucket = { kind: 'member co-signature', value: known.memberId, limit: MAX_AN_HOUR, exact: true as const }
  const { numbers } = await countInHour([bucket], now)
  if ((numbers[0] ?? 0) > MAX_AN_HOUR) return { ok: false, reason: 'busy' }
  const { name, role } = read.form
  // The contact's address stands with the contact.
  const sealed = sealRecord(coSignatureRecord.parse({ name, role, email: '' }))
  const signed = transact<SignAsMemberResult>(async (tx) => {
    const letter = await tx.letter.findUnique({ where: { slug: letterSlug }, select: { id: true } })
    if (!letter) return { ok: false, reason: 'not_open' }
    await lockLetter(tx, letter.id, 'sign')
    const place = await lockPlace(tx, letter.id, fold(known.name), known.memberId)
    // Only now: whoever removed the contact, ended the session, closed the letter or signed at the same moment is done.
    const contact = await findMemberContact(session, now, tx)
    if (contact?.memberId !== known.memberId || fold(contact.name) !== place.search)
      return { ok: false, reason: 'session_unknown' }
    const { status, texts } = await tx.letter.findUniqueOrThrow({ where: letter, include: { texts: true } })
    if (status !== 'open') return { ok: false, reason: 'not_open' }
    await freeName(tx, letter.id, place.search, null)
    if (await isTaken(tx, letter.id, place)) return { ok: false, reason: 'taken' }
    if (await hasSigned(tx, letter.id, place, null)) return { ok: false, reason: 'signed' }
    const who = { memberId: contact.memberId, contactId: contact.contactId, onOwnPage: true, domain: null }
    const { name: organisation, country } = contact
    const data = { organisation, country, sealed, locale, ...who, ...signedToday(texts, locale, now) }
    const id = await reserveName(tx, letter.id, place.search, data, now)
    if (!id) return { ok: false, reason: 'decided' }
    await tx.coSignatureEvent.create({ data: { id: randomUUID(), coSignatureId: id, state: 'confirmed', at: now } })
    return { ok: true }
  })
  return signed.catch((error: unknown) => {
    // The contact was removed after it was read: the row that names it cannot be written.
    if (isGone(error)) return { ok: false, reason: 'session_unknown' }
    throw error
  })
}

type Signed = Omit<Prisma.CoSignatureUncheckedCreateInput, 'id' | 'letterId' | 'search'>

/** Whether another member holds its name at the letter, or has signed under one of its names. */
async function isTaken(tx: Prisma.TransactionClient, letterId: string, { search, names, memberId }: Place) {
  const signed = { search: { in: names }, state: { in: ['confirmed' as const, 'approved' as const] } }
  const where = { letterId, memberId: { not: memberId }, NOT: { memberId: null }, OR: [{ search }, signed] }
  return (await tx.coSignature.count({ where })) > 0
}

/** @returns the id of its row at the letter; null where staff declined it */
async function reserveName(
  tx: Prisma.TransactionClient,
  letterId: string,
  search: string,
  data: Signed,
  now: Date,
): Promise<string | null> {
  const where = { letterId_search: { letterId, search } }
  const known = await tx.coSignature.findUnique({ where, select: { id: true, state: true } })
  if (!known) {
    const { id } = await tx.coSignature.create({
      data: { id: randomUUID(), letterId, search, ...data, createdAt: now },
      select: { id: true },
    })
    return id
  }
  if (!['invited', 'withdrawn'].includes(known.state)) return null
  await tx.coSignature.update({ where: { id: known.id }, data, select: { id: true } })
  // A link with which somebody signed before does not withdraw what the member signs now.
  const used = { coSignatureId: known.id, usedAt: { not: null }, revokedAt: null }
  await tx.invitation.updateMany({ where: used, data: { revokedAt: now } })
  return known.id
}

function isGone(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2003'
}
