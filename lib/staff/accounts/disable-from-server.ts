import { db } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { lockPeople } from '../approvals/people'
import { shut } from './disable'

export type ServerDisableResult = { ok: true } | { ok: false; reason: 'unknown' | 'already' }

/**
 * Shuts somebody out from the server's command line: alone, at once and whoever they are, the last owner included. For
 * when nobody at the desk could agree to it. All that they asked for or agreed to ends with it.
 */
export async function disableFromServer(typed: string, now: Date): Promise<ServerDisableResult> {
  const email = canonicalEmail(typed)?.canonical ?? typed
  const found = await db().user.findUnique({ where: { email } })
  if (!found) return { ok: false, reason: 'unknown' }
  return db().$transaction(async (tx) => {
    await lockPeople(tx, [found.id], 'change', now)
    const person = await tx.user.findUniqueOrThrow({ where: { id: found.id } })
    const refusal = await shut(tx, null, person, "from the server's command line", now)
    return refusal ? { ok: false, reason: 'already' } : { ok: true }
  })
}
