import { db } from '@/lib/db'
import { named, staffName } from '../staff-name'

/** Maximum number of people in the filter, so that the page stays below 45 KB. */
const OFFERED = 20

/**
 * Lists people whose entries can be filtered, also former colleagues: those who signed in last.
 * @param chosen somebody whom the filter names and who is always listed
 */
export async function listPeople(chosen?: string): Promise<{ id: string; name: string }[]> {
  const select = { id: true, ...named.select }
  const [people, one] = await Promise.all([
    db().user.findMany({
      where: { signedInAt: { not: null } },
      orderBy: { signedInAt: 'desc' },
      take: OFFERED,
      select,
    }),
    chosen ? db().user.findUnique({ where: { id: chosen }, select }) : null,
  ])
  const isMissing = one && people.every(({ id }) => id !== one.id)
  return [...people, ...(isMissing ? [one] : [])].map(({ id, ...person }) => ({ id, name: staffName(person) }))
}
