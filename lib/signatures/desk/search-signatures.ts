import { db } from '@/lib/db'
import { canonicalEmail } from '@/lib/integrity/canonical-email'
import { record } from '@/lib/staff/audit/record'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { blindIndexes } from '@/lib/vault/blind-index'
import { nameIndexes } from '@/lib/vault/name-index'
import { Prisma } from '@/prisma/generated/client'
import { foldName } from '../names/fold-name'
import { readReference } from './reference'
import { readKey } from './signature-key'
import { type RawRow, type SignatureRow, signatureColumns, toRow } from './signature-row'
import { subjectOf } from './subject'

/** What was found, and by what the typed text was taken to be. */
export interface Found {
  kind: 'reference' | 'email' | 'name'
  rows: SignatureRow[]
  /** There are more of this name than are shown. */
  more: boolean
}

const MOST = 200

/**
 * Notes that somebody looks for a signer, and whom they found if it is one: whether a known person signed is told by
 * the search alone. What they typed is noted nowhere.
 */
export async function recordSearch(by: Staff, typed: string, now: Date): Promise<void> {
  const { kind, rows } = await searchSignatures(by, typed)
  const where = rows.length === 1 && rows[0] ? readKey(rows[0].key) : null
  await db().$transaction(async (tx) => {
    const row = where && (await tx.signature.findUnique({ where: { petitionId_emailIndex: where } }))
    const subject = row ? subjectOf(row.commitment) : 'signatures:'
    await record(tx, { by, verb: 'signature.search', subject, detail: { by: kind, found: rows.length } }, now)
  })
}

/** Signatures with exactly this address, this reference, or else this name: newest first. */
export async function searchSignatures(by: Staff, typed: string): Promise<Found> {
  authorise(by, 'signature.search')
  const range = readReference(typed)
  // A name of eight letters may look like a reference.
  const referred = range ? await byReference(range) : []
  if (referred.length > 0) return { kind: 'reference', rows: referred, more: false }
  const petitions = (await db().petition.findMany({ select: { id: true } })).map(({ id }) => id)
  if (typed.includes('@')) return { kind: 'email', rows: await byEmail(petitions, typed), more: false }
  const rows = await byName(petitions, typed)
  return { kind: 'name', rows: rows.slice(0, MOST), more: rows.length > MOST }
}

async function byReference([first, last]: [Buffer, Buffer]): Promise<SignatureRow[]> {
  const rows = await db().$queryRaw<RawRow[]>`
    ${signatureColumns()} WHERE s.petition_id = ANY(ARRAY(SELECT id FROM petition))
      AND s.email_index BETWEEN ${first}::bytea AND ${last}::bytea LIMIT ${MOST}`
  return rows.map(toRow)
}

async function byEmail(petitions: string[], typed: string): Promise<SignatureRow[]> {
  const address = canonicalEmail(typed)
  if (!address) return []
  const keys = petitions.flatMap((id) =>
    blindIndexes('signature', id, address.canonical).map((index) => Prisma.sql`(${id}::uuid, ${index}::bytea)`),
  )
  if (keys.length === 0) return []
  const rows = await db().$queryRaw<RawRow[]>`
    ${signatureColumns()} WHERE (s.petition_id, s.email_index) IN (${Prisma.join(keys)}) ORDER BY s.received_at DESC`
  return rows.map(toRow)
}

/** Nothing where this process holds no private key: it could not know the index. */
async function byName(petitions: string[], typed: string): Promise<SignatureRow[]> {
  const name = foldName(typed)
  const indexes = name ? petitions.flatMap((id) => nameIndexes(id, name)) : []
  const rows = await db().$queryRaw<RawRow[]>`
    ${signatureColumns()} WHERE (s.petition_id, s.email_index) IN (
      SELECT petition_id, email_index FROM signature_name WHERE name_index = ANY(${indexes}::bytea[]))
    ORDER BY s.received_at DESC LIMIT ${MOST + 1}`
  return rows.map(toRow)
}
