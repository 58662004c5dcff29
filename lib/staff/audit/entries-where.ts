import type { Prisma } from '@/prisma/generated/client'
import { type AuditArea, verbsIn } from './areas'

/** Selects entries of the audit log; an absent condition matches all. */
export interface EntryFilter {
  /** Entry numbers: older than `before`, newer than `after`. */
  before?: bigint | undefined
  after?: bigint | undefined
  /** Includes verbs that extend it: `letter.words` also matches `letter.words.ko`. */
  verb?: string | undefined
  area?: AuditArea | undefined
  subject?: string | undefined
  staffId?: string | undefined
  /** From `since` on, and before `until`. */
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
