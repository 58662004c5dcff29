import { db } from '@/lib/db'
import type { EmailAddress } from '@/lib/input/canonical-email'
import { authorise, authoriseRole } from '@/lib/staff/authorise'
import { type OpeningRefusal, reserveOpening } from '@/lib/staff/quota/reserve-opening'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { blindIndexes } from '@/lib/vault/blind-index'
import { nameIndexes } from '@/lib/vault/name-index'
import { Prisma } from '@/prisma/generated/client'
import { foldName } from '../names/fold-name'
import { pastedAddress } from './pasted-address'
import { readReference } from './reference'
import { readKey } from './signature-key'
import { type RawRow, type SignatureRow, signatureColumns, toRow, waitingForms } from './signature-row'
import { subjectOf } from './subject'

/** The result of a search, and how the typed text was understood: `no_address` has an at sign but is no address. */
export interface Found {
  kind: 'reference' | 'email' | 'name' | 'no_address'
  rows: SignatureRow[]
  /** More signatures have this name than are listed. */
  more: boolean
}

const MAX_ROWS = 200

/**
 * Logs a member of staff's search for a signer and the signatures found, since a search alone reveals whether a known
 * person signed. It uses one of their day's searches. The typed text is not stored, except during step-up: encrypted,
 * in their session.
 */
export async function auditSearch(
  by: Staff,
  typed: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: OpeningRefusal }> {
  authorise(by, 'signature.search')
  const { kind, rows } = await searchSignatures(by, typed)
  const where = rows.length === 1 && rows[0] ? readKey(rows[0].key) : null
  return staffWrite(by, 'signature.search', now, async ({ tx, log }) => {
    const reason = await reserveOpening(tx, by, 'search', now)
    if (reason) return { ok: false, reason }
    const row = where && (await tx.signature.findUnique({ where: { petitionId_emailIndex: where } }))
    const subject = row ? subjectOf(row.commitment) : 'signatures:'
    log('signature.search', subject, { by: kind, found: rows.length })
    return { ok: true }
  })
}

/**
 * Finds signatures with exactly this reference, this address (including pending forms), or this name, which may contain
 * an at sign; newest first. Call it only after the search was logged.
 */
export async function searchSignatures(by: Staff, typed: string): Promise<Found> {
  authoriseRole(by, 'signature.search')
  const range = readReference(typed)
  // A name of eight letters may look like a reference.
  const referred = range ? await byReference(range) : []
  if (referred.length > 0) return { kind: 'reference', rows: referred, more: false }
  const petitions = (await db().petition.findMany({ select: { id: true } })).map(({ id }) => id)
  const address = pastedAddress(typed)
  const mailed = address ? await byEmail(petitions, address) : []
  if (mailed.length > 0) return { kind: 'email', rows: mailed, more: false }
  const rows = await byName(petitions, typed)
  if (rows.length > 0) return { kind: 'name', rows: rows.slice(0, MAX_ROWS), more: rows.length > MAX_ROWS }
  return { kind: address ? 'email' : /[@＠]/.test(typed) ? 'no_address' : 'name', rows: [], more: false }
}

async function byReference([first, last]: [Buffer, Buffer]): Promise<SignatureRow[]> {
  const rows = await db().$queryRaw<RawRow[]>`
    ${signatureColumns()} WHERE s.petition_id = ANY(ARRAY(SELECT id FROM petition))
      AND s.email_index BETWEEN ${first}::bytea AND ${last}::bytea LIMIT ${MAX_ROWS}`
  return rows.map(toRow)
}

async function byEmail(petitions: string[], address: EmailAddress): Promise<SignatureRow[]> {
  const keys = petitions.flatMap((id) =>
    blindIndexes('signature', id, address.canonical).map((index) => Prisma.sql`(${id}::uuid, ${index}::bytea)`),
  )
  if (keys.length === 0) return []
  const ofPerson = Prisma.sql`WHERE (s.petition_id, s.email_index) IN (${Prisma.join(keys)}) ORDER BY s.received_at DESC`
  const [rows, forms] = await Promise.all([
    db().$queryRaw<RawRow[]>`${signatureColumns()} ${ofPerson}`,
    db().$queryRaw<RawRow[]>`${signatureColumns(waitingForms)} ${ofPerson} LIMIT ${MAX_ROWS}`,
  ])
  return [...rows, ...forms].map(toRow)
}

/** Empty if this process has no private key, because it cannot compute the index. */
async function byName(petitions: string[], typed: string): Promise<SignatureRow[]> {
  const name = foldName(typed)
  const indexes = name ? petitions.flatMap((id) => nameIndexes(id, name)) : []
  const rows = await db().$queryRaw<RawRow[]>`
    ${signatureColumns()} WHERE (s.petition_id, s.email_index) IN (
      SELECT petition_id, email_index FROM signature_name WHERE name_index = ANY(${indexes}::bytea[]))
    ORDER BY s.received_at DESC LIMIT ${MAX_ROWS + 1}`
  return rows.map(toRow)
}
