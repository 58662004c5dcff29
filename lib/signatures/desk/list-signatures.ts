import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { condition, type Filter } from './filter'
import { type RawRow, type SignatureRow, signatureColumns, toRow } from './signature-row'

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
  const rows = await db().$queryRaw<RawRow[]>`
    ${signatureColumns} WHERE ${condition(filter)} ${further}
    ORDER BY s.received_at DESC, s.email_index DESC LIMIT ${PAGE + 1}`
  const shown = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? shown.at(-1) : undefined
  return {
    rows: shown.map(toRow),
    next: last ? `${last.receivedAt.getTime()}.${Buffer.from(last.emailIndex).toString('base64url')}` : null,
  }
}

function readCursor(text: string | undefined): { at: Date; index: Buffer } | null {
  const [, at = '', index = ''] = /^(\d{1,15})\.([A-Za-z0-9_-]{43})$/.exec(text ?? '') ?? []
  return at ? { at: new Date(Number(at)), index: Buffer.from(index, 'base64url') } : null
}
