import { pool } from '@/lib/db'
import { countriesOf } from '@/lib/petitions/countries'
import { reference } from '@/lib/signatures/admin/reference'
import { publicName } from '@/lib/signatures/public-names/public-name'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import type { Display, SignatureState } from '@/prisma/generated/enums'
import { type Column, isPersonal } from './columns'
import type { RowFile } from './export-view'
import { markOf } from './mark'
import { dayOfRow } from './typed-days'
import { whichRows } from './which-rows'

/**
 * Rows read at a time: the records are decrypted before other work gets its turn, most with a data key of their own.
 */
const PAGE = 100

export type ExportRow = Partial<Record<Column, string>> & { mark: string }

/**
 * Yields the rows of a file, page by page (`readByKey`). Names for outsiders are sorted by mark, a different order in
 * every file. With the same order, comparing two files of a petition would show who signed and who left in between.
 */
export async function* readRows(file: RowFile): AsyncGenerator<ExportRow[]> {
  if (file.namedAmong === undefined) return yield* readByKey(file)
  const all: ExportRow[] = []
  for await (const rows of readByKey(file)) all.push(...rows)
  all.sort((a, b) => (a.mark < b.mark ? -1 : 1))
  for (let at = 0; at < all.length; at += PAGE) yield all.slice(at, at + PAGE)
}

/**
 * Yields rows in the order of their keys, which is unrelated to time. Each page is read after the previous one was
 * sent, so signers who withdraw before their page are left out, and no transaction stays open during a slow download.
 * @throws Error for more rows than were approved
 */
async function* readByKey(file: RowFile): AsyncGenerator<ExportRow[]> {
  const personal = file.columns.some(isPersonal)
  const named = personal ? null : await namedCountries(file)
  const where = whichRows(file)
  const after = `$${where.values.length + 1}`
  const opens = file.columns.some((column) => column === 'name' || column === 'email')
  const text = `SELECT ${plain}${opens ? ', s.sealed' : ''}
    FROM signature s WHERE ${where.text} AND s.email_index > ${after}::bytea
    ORDER BY s.petition_id, s.email_index LIMIT ${PAGE}`
  let last = Buffer.alloc(0)
  let given = 0
  for (;;) {
    const { rows } = await pool().query<Raw>(text, [...where.values, last])
    given += rows.length
    if (personal && given > file.rows) throw new Error('more rows than were agreed to')
    if (rows.length > 0) yield rows.map((row) => toRow(file, row, named))
    last = rows.at(-1)?.email_index ?? last
    if (rows.length < PAGE) return
  }
}

/** The unsealed columns. */
const plain = `s.email_index, s.state::text, s.country, s.locale, s.via, s.has_comment, s.received_at, s.confirmed_at,
  s.counted_at, s.content_mac, s.display::text`

/** Reads the first few rows found, with personal columns masked. Decrypts nothing. */
export async function readSample(file: Omit<RowFile, 'id' | 'rows' | 'format' | 'reason'>, size: number) {
  const where = whichRows(file)
  const text = `SELECT ${plain} FROM signature s WHERE ${where.text} LIMIT ${size}`
  const { rows } = await pool().query<Raw>(text, where.values)
  const named = file.columns.some(isPersonal) ? null : await namedCountries(file)
  return rows.map((row) => masked(toRow({ ...file, id: '' }, row, named), row))
}

function masked(row: ExportRow, { display }: Raw): ExportRow {
  const name = { full: '••• •••', initials: '•. •.', hidden: '' }[display]
  const masks = { name, email: '•••@•••', received_at: '••••-••-••', confirmed_at: '••••-••-••' }
  return { ...row, ...Object.fromEntries(Object.entries(masks).filter(([column]) => column in row)) }
}

interface Raw {
  email_index: Buffer<ArrayBuffer>
  state: SignatureState
  country: string
  locale: string
  via: string | null
  has_comment: boolean
  received_at: Date
  confirmed_at: Date | null
  counted_at: Date | null
  content_mac: Buffer
  display: Display
  sealed?: Buffer
}

/** Countries that the public table names. In a file without approval any other country would single out its signers. */
async function namedCountries({ petitionId, askedAt }: Pick<RowFile, 'petitionId' | 'askedAt'>): Promise<Set<string>> {
  const { rows } = await countriesOf(petitionId, askedAt)
  return new Set(rows.map(({ country }) => country))
}

function toRow(
  { id, columns, zone = 'UTC', noteName }: Pick<RowFile, 'id' | 'columns' | 'zone' | 'noteName'>,
  row: Raw,
  named: Set<string> | null,
): ExportRow {
  const number = reference(row.email_index)
  const opened = tryOpen(() => row.sealed && openRecord(row.sealed, signatureRecord))
  const name = (opened && publicName(opened.name, row.display)) ?? ''
  if (columns.includes('name'))
    noteName?.({ emailIndex: row.email_index, contentMac: row.content_mac, display: row.display, name })
  const day = (time: Date | null) => (time ? dayOfRow(time, zone) : '')
  const values: Record<Column, () => string> = {
    reference: () => number,
    state: () => row.state,
    country: () => (!named || named.has(row.country) ? row.country : 'other'),
    language: () => row.locale,
    via: () => row.via ?? '',
    has_comment: () => (row.has_comment ? 'yes' : 'no'),
    received_at: () => row.received_at.toISOString(),
    confirmed_at: () => row.confirmed_at?.toISOString() ?? '',
    signed_on: () => day(row.received_at),
    confirmed_on: () => day(row.confirmed_at),
    counted_on: () => day(row.counted_at),
    name: () => name,
    email: () => opened?.email ?? '',
  }
  const chosen = Object.fromEntries(columns.map((column) => [column, values[column]()]))
  return { ...chosen, mark: markOf(id, number) }
}
