import type { Prisma } from '@/prisma/generated/client'
import { type AuditArea, verbsIn } from './areas'

/** Which entries; what is left out matches all. */
export interface EntryFilter {
  /** By number: older than this one, and newer. */
  before?: bigint | undefined
  after?: bigint | undefined
  /** Also one with more behind it: `letter.words` is `letter.words.ko` too. */
  verb?: string | undefined
  area?: AuditArea | undefined
  subject?: string | undefined
  staffId?: string | undefined
  /** At or after, and before. */
  since?: Date | undefined
  until?: Date | undefined
}

export function entriesWhere(filter: EntryFilter): Prisma.AuditEntryWhereInput {
  const { before, after, verb, area, subject, staffId, since, until } = filter
  return {
    ...(before !== undefined || after !== undefined
      ? { seq: { ...(before !== undefined && { lt: before }), ...(after !== undefined && { gt: after }) } }
      : {}),
    ...(verb ? { AND: [{ OR: [{ verb }, { verb: { startsWith: `${verb}.` } }] }] } : {}),
    ...(area ? { OR: verbsIn(area).map((part) => ({ verb: { startsWith: part } })) } : {}),
    ...(subject ? { subject } : {}),
    ...(staffId ? { staffId } : {}),
    ...(since || until ? { at: { ...(since && { gte: since }), ...(until && { lt: until }) } } : {}),
  }
}
