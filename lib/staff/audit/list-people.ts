import { db } from '@/lib/db'
import { named, staffName } from '../staff-name'

/** People that the filter of the log offers: its page stays within 45 KB, however many staff there are. */
const OFFERED = 20

/**
 * Whose entries can be asked for: those who signed in last, also former colleagues.
 * @param chosen somebody whom the filter names: they are offered in any case
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
