import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { db } from '@/lib/db'
import { emailField } from '@/lib/input/form-fields'
import { isId } from '@/lib/input/id'
import { queueMail } from '@/lib/mail/queue-mail'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'
import { contactIndexes } from '@/lib/vault/contact-index'
import { openRecord } from '@/lib/vault/open-record'
import { sealRecord } from '@/lib/vault/seal-record'
import { newToken } from '@/lib/vault/token'
import type { Prisma } from '@/prisma/generated/client'
import type { FieldErrors } from '../entities/apply-change'
import { contactRecord, memberLinkMail } from './access-record'

/** How many contacts one member may have. */
const MAX_CONTACTS = 5

/** Whom an editor enters. Issues: those of `emailField`; language: `unknown`. */
export const contactForm = (locales: readonly string[]) =>
  z.object({ email: emailField, locale: z.string().refine((locale) => locales.includes(locale), 'unknown') })

type ContactForm = z.output<ReturnType<typeof contactForm>>

/**
 * Adds a contact of a member and mails the first link. An address is the contact of one member: its link opens one
 * page. Errors: `member_left`, `contacts_full`, `contact_taken`.
 */
export function addContact(
  by: Staff,
  memberId: string,
  { email, locale }: ContactForm,
  now: Date,
): Promise<{ ok: true; id: string } | { ok: false; errors: FieldErrors }> {
  return staffWrite(by, 'coalition.decide', now, async ({ tx, log }) => {
    const refuse = (code: string) => ({ ok: false as const, errors: { email: [code] } })
    const member = isId(memberId) ? await lockedMember(tx, memberId) : null
    if (!member || member.leftOn) return refuse('member_left')
    if (member.contacts >= MAX_CONTACTS) return refuse('contacts_full')
    const { deliverable, canonical } = email
    const indexes = contactIndexes(canonical)
    if ((await tx.memberContact.count({ where: { addressIndex: { in: indexes } } })) > 0) return refuse('contact_taken')
    const [addressIndex] = indexes
    if (!addressIndex) throw new Error('an address without an index')
    const sealed = sealRecord(contactRecord.parse({ email: deliverable, canonical, locale }))
    const id = randomUUID()
    const data = { id, memberId, addressIndex, sealed, addedAt: now }
    const { count } = await tx.memberContact.createMany({ data, skipDuplicates: true })
    if (count === 0) return refuse('contact_taken')
    const mail = memberLinkMail.parse({ to: deliverable, canonical, locale, token: newToken() })
    await queueMail(tx, { countedAs: canonical, kind: 'member_link', sealed: sealRecord(mail) }, now)
    log('member.contact_add', `member:${memberId}`)
    return { ok: true as const, id: memberId }
  })
}

/**
 * Removes a contact: its links and sessions end with it, and what it signed for the member and nobody has decided on is
 * withdrawn. What was accepted stays: the member's other contacts can withdraw it.
 */
export function removeContact(by: Staff, id: string, now: Date): Promise<{ ok: true } | { ok: false }> {
  return staffWrite(by, 'coalition.decide', now, async ({ tx, log }) => {
    const found = isId(id) ? await lockedContact(tx, id) : null
    if (found) await withdrawUndecided(tx, id, by.id, now)
    const { count } = found ? await tx.memberContact.deleteMany({ where: { id } }) : { count: 0 }
    if (!found || count === 0) return { ok: false as const }
    log('member.contact_remove', `member:${found.memberId}`)
    return { ok: true as const }
  })
}

/** With its key: what the contact is signing at this moment is done first, or not at all. */
async function lockedContact(tx: Prisma.TransactionClient, id: string): Promise<{ memberId: string } | null> {
  await tx.$queryRaw`SELECT 1 FROM member_contact WHERE id = ${id}::uuid FOR UPDATE`
  return tx.memberContact.findUnique({ where: { id }, select: { memberId: true } })
}

async function withdrawUndecided(tx: Prisma.TransactionClient, contactId: string, staffId: string, now: Date) {
  const rows = await tx.coSignature.updateManyAndReturn({
    where: { contactId, state: 'confirmed' },
    data: { state: 'withdrawn', sealed: null, contactId: null },
    select: { id: true },
  })
  const event = { state: 'withdrawn' as const, at: now, staffId }
  await tx.coSignatureEvent.createMany({
    data: rows.map((row) => ({ ...event, id: randomUUID(), coSignatureId: row.id })),
  })
}

/** A member's contacts, without their addresses, the oldest first. */
export function listContacts(by: Staff, memberId: string) {
  authorise(by, 'coalition.open')
  const select = { id: true, addedAt: true } as const
  return db().memberContact.findMany({ where: { memberId }, select, orderBy: { addedAt: 'asc' } })
}

/** One contact, without the address. */
export function findContact(by: Staff, id: string) {
  authorise(by, 'coalition.decide')
  const select = { addedAt: true, memberId: true, member: { select: { name: true } } } as const
  return db().memberContact.findUnique({ where: { id }, select })
}

/**
 * Their addresses by id. Call it only after `auditOpening`.
 * @throws Error if this process has no private key
 */
export async function openContacts(by: Staff, memberId: string): Promise<Map<string, string>> {
  authorise(by, 'coalition.open')
  const rows = await db().memberContact.findMany({ where: { memberId }, select: { id: true, sealed: true } })
  return new Map(rows.map(({ id, sealed }) => [id, openRecord(sealed, contactRecord).email]))
}

/** Two who add at once wait for each other: both see how many there are. */
async function lockedMember(tx: Parameters<Parameters<typeof staffWrite>[3]>[0]['tx'], id: string) {
  if (!(await lockRow(tx, 'member', id))) return null
  const { leftOn, _count } = await tx.member.findUniqueOrThrow({
    where: { id },
    select: { leftOn: true, _count: { select: { contacts: true } } },
  })
  return { leftOn, contacts: _count.contacts }
}
