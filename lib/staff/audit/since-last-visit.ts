import { db } from '@/lib/db'
import { authorise } from '../authorise'
import type { Staff } from '../staff'
import { type PersonSummary, summariseEntries } from './summarise-entries'

const MONTH = 30 * 86_400_000

/**
 * Summarises what other staff did since this person's previous sign-in, at most a month ago; null at their first visit.
 */
export async function summariseSinceLastVisit(
  by: Staff,
  now: Date,
): Promise<{ since: Date; people: PersonSummary[] } | null> {
  authorise(by, 'audit.read')
  const [, before] = await db().auditEntry.findMany({
    where: { staffId: by.id, verb: 'staff.sign_in' },
    orderBy: { seq: 'desc' },
    take: 2,
    select: { at: true },
  })
  if (!before) return null
  const since = new Date(Math.max(before.at.getTime(), now.getTime() - MONTH))
  const people = await summariseEntries(since)
  return { since, people: people.filter(({ staffId }) => staffId !== by.id) }
}
