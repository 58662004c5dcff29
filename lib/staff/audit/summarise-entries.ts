import { db } from '@/lib/db'

/** One person's acts in a period: how often each verb of the audit log. */
export interface PersonSummary {
  /** Null for the worker, or a command on the server. */
  staffId: string | null
  /** Null if the account no longer exists. */
  name: string | null
  entries: number
  acts: { verb: string; count: number }[]
}

/**
 * Summarises acts since a time by person, those with most entries first, and each person's most frequent verbs first.
 */
export async function summariseEntries(since: Date): Promise<PersonSummary[]> {
  const rows = await db().$queryRaw<{ staffId: string | null; name: string | null; verb: string; count: number }[]>`
    SELECT a.staff_id::text AS "staffId", coalesce(s.name, s.email) AS name, a.verb, count(*)::int AS count
    FROM audit_entry a LEFT JOIN staff s ON s.id = a.staff_id
    WHERE a.at >= ${since} GROUP BY a.staff_id, s.name, s.email, a.verb ORDER BY count DESC, a.verb`
  const people = new Map<string | null, PersonSummary>()
  for (const { staffId, name, verb, count } of rows) {
    const person = people.get(staffId) ?? { staffId, name, entries: 0, acts: [] }
    person.entries += count
    person.acts.push({ verb, count })
    people.set(staffId, person)
  }
  return [...people.values()].toSorted((a, b) => b.entries - a.entries)
}
