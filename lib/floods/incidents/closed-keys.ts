import { db } from '@/lib/db'

/** The keys of floods on which somebody has decided: nobody is told of them. */
export async function closedKeys(): Promise<Set<string>> {
  const rows = await db().incident.findMany({
    where: { state: 'closed', floodKey: { not: null } },
    select: { floodKey: true },
  })
  return new Set(rows.flatMap(({ floodKey }) => floodKey ?? []))
}
