import { db } from '@/lib/db'
import { type EntryFilter, entriesWhere } from './entries-where'

/** Maximum number of entries in a file; spreadsheets get slow with more. */
export const MAX_ENTRIES = 20_000

/** Returns entries as recorded, newest first, for a CSV file. */
export async function listForCsv(filter: EntryFilter) {
  const rows = await db().auditEntry.findMany({
    where: entriesWhere(filter),
    orderBy: { seq: 'desc' },
    take: MAX_ENTRIES,
  })
  const staff = await db().user.findMany({ select: { id: true, email: true } })
  const names = new Map(staff.map(({ id, email }) => [id, email]))
  return rows.map(({ seq, at, staffId, signedIn, verb, subject, detail, hash }) => ({
    number: String(seq),
    at: at.toISOString(),
    person: staffId ? (names.get(staffId) ?? 'gone') : 'server',
    verb,
    subject,
    detail,
    signed_in: signedIn,
    hash: Buffer.from(hash).toString('hex'),
  }))
}
