import { db } from '@/lib/db'
import { canonicalEmail } from '@/lib/integrity/canonical-email'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { blindIndexes } from '@/lib/vault/blind-index'
import { Prisma } from '@/prisma/generated/client'
import type { SignatureState } from '@/prisma/generated/enums'
import { condition, type Filter } from './filter'
import { readReference, reference } from './reference'
import { keyText } from './signature-key'

/** A signature as the lists show it: nothing of it was sealed. */
export interface SignatureRow {
  key: string
  reference: string
  petition: string
  state: SignatureState
  country: string
  locale: string
  via: string | null
  hasComment: boolean
  receivedAt: Date
}

export interface SignaturePage {
  rows: SignatureRow[]
  /** Where the next page begins; null at the end. */
  next: string | null
}

const PAGE = 50

/** Signatures, newest first, page by page: each page costs the same, however far back. */
export async function listSignatures(by: Staff, filter: Filter, after: string | undefined): Promise<SignaturePage> {
  authorise(by, 'signature.list')
  const cursor = readCursor(after)
  const further = cursor
    ? Prisma.sql`AND s.received_at <= ${cursor.at} AND (s.received_at, s.email_index) < (${cursor.at}, ${cursor.index}::bytea)`
    : Prisma.empty
  const rows = await db().$queryRaw<Raw[]>`
    ${columns} WHERE ${condition(filter)} ${further}
    ORDER BY s.received_at DESC, s.email_index DESC LIMIT ${PAGE + 1}`
  const shown = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? shown.at(-1) : undefined
  return {
    rows: shown.map(toRow),
    next: last ? `${last.receivedAt.getTime()}.${Buffer.from(last.emailIndex).toString('base64url')}` : null,
  }
}

/**
 * Signatures of exactly this address, or with this reference.
 * @returns null if the text is neither
 */
export async function searchSignatures(by: Staff, typed: string): Promise<SignatureRow[] | null> {
  authorise(by, 'signature.search')
  const range = readReference(typed)
  if (range) {
    const rows = await db().$queryRaw<Raw[]>`
      ${columns} WHERE s.petition_id = ANY(ARRAY(SELECT id FROM petition))
        AND s.email_index BETWEEN ${range[0]}::bytea AND ${range[1]}::bytea LIMIT ${PAGE}`
    return rows.map(toRow)
  }
  const address = canonicalEmail(typed)
  if (!address) return null
  const petitions = await db().petition.findMany({ select: { id: true } })
  const keys = petitions.flatMap(({ id }) =>
    blindIndexes('signature', id, address.canonical).map((index) => Prisma.sql`(${id}::uuid, ${index}::bytea)`),
  )
  if (keys.length === 0) return []
  const rows = await db().$queryRaw<Raw[]>`
    ${columns} WHERE (s.petition_id, s.email_index) IN (${Prisma.join(keys)}) ORDER BY s.received_at DESC`
  return rows.map(toRow)
}

interface Raw extends Omit<SignatureRow, 'key' | 'reference'> {
  petitionId: string
  emailIndex: Uint8Array
}

const columns = Prisma.sql`
  SELECT s.petition_id::text AS "petitionId", s.email_index AS "emailIndex", p.slug AS petition, s.state::text AS state,
    s.country, s.locale, s.via, s.has_comment AS "hasComment", s.received_at AS "receivedAt"
  FROM signature s JOIN petition p ON p.id = s.petition_id`

function toRow({ petitionId, emailIndex, ...row }: Raw): SignatureRow {
  return { key: keyText({ petitionId, emailIndex }), reference: reference(emailIndex), ...row }
}

function readCursor(text: string | undefined): { at: Date; index: Buffer } | null {
  const [, at = '', index = ''] = /^(\d{1,15})\.([A-Za-z0-9_-]{43})$/.exec(text ?? '') ?? []
  return at ? { at: new Date(Number(at)), index: Buffer.from(index, 'base64url') } : null
}
