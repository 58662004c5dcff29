import { db } from '@/lib/db'
import { staffName } from '../staff-name'
import { type EntryFilter, entriesWhere } from './entries-where'

export interface AuditView {
  seq: bigint
  at: Date
  who: string
  signedIn: string
  verb: string
  subject: string
  detail: Record<string, string | number | boolean | null>
}

/** Placeholders in `who`; no real name can equal them, as names contain no @ (lib/staff/save-name.ts). */
export const GONE = '@gone'
export const SERVER = '@server'

/** Entries further apart than this are shown as two acts, in ms. */
const ONE_ACT = 2 * 60_000

/**
 * Groups entries of one act: the same person and verb, each within two minutes of the next. @param entries newest first
 */
export function foldEntries(entries: AuditView[]): { first: AuditView; all: AuditView[] }[] {
  const acts: { first: AuditView; all: AuditView[] }[] = []
  for (const entry of entries) {
    const act = acts.at(-1)
    const last = act?.all.at(-1)
    const belongs =
      last?.verb === entry.verb && last.who === entry.who && last.at.getTime() - entry.at.getTime() <= ONE_ACT
    if (act && belongs) act.all.push(entry)
    else acts.push({ first: entry, all: [entry] })
  }
  return acts
}

/** Entries per page, so that it stays below 45 KB. */
const PAGE = 25

export interface EntryPage {
  /** The newest first. */
  entries: AuditView[]
  /** Older entries are before this number; null at the end. */
  next: bigint | null
  /** Newer entries are after this number; null at the beginning. */
  previous: bigint | null
}

/** Returns a page of the audit log: the newest entries, those before a number, or those directly after one. */
export async function listEntries(filter: EntryFilter): Promise<EntryPage> {
  const isBack = filter.after !== undefined
  const found = await db().auditEntry.findMany({
    where: entriesWhere(filter),
    orderBy: { seq: isBack ? 'asc' : 'desc' },
    take: PAGE + 1,
  })
  // Fewer than a page are newer, so the first page shows them all.
  if (isBack && found.length <= PAGE) return listEntries({ ...filter, after: undefined })
  const rows = isBack ? found.slice(0, PAGE).reverse() : found.slice(0, PAGE)
  const ids = [...new Set(rows.flatMap(({ staffId }) => staffId ?? []))]
  const staff = await db().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, email: true } })
  const names = new Map(staff.map((person) => [person.id, staffName(person)]))
  const entries = rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    signedIn: row.signedIn,
    verb: row.verb,
    subject: row.subject,
    who: row.staffId ? (names.get(row.staffId) ?? GONE) : SERVER,
    detail: JSON.parse(row.detail) as AuditView['detail'],
  }))
  const isFirst = !isBack && filter.before === undefined
  return {
    entries,
    next: isBack || found.length > PAGE ? (rows.at(-1)?.seq ?? null) : null,
    previous: isFirst ? null : (rows.at(0)?.seq ?? null),
  }
}
