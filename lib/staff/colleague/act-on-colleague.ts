import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import type { Prisma, User } from '@/prisma/generated/client'

export type ActResult = { ok: true } | { ok: false; reason: ActRefusal }
export type ActRefusal = 'unknown' | 'own' | 'changed' | 'last_owner'

/**
 * Does something to one member of staff, in one transaction. All that could take away an owner wait for each other at
 * the owners' rows: two owners who demote each other at once leave one.
 * @param act gives the reason why it was not to be; then nothing is done at all
 */
export async function actOnColleague(
  id: string,
  act: (tx: Prisma.TransactionClient, colleague: User) => Promise<ActRefusal | null>,
): Promise<ActResult> {
  try {
    return await db().$transaction(async (tx): Promise<ActResult> => {
      await tx.$queryRaw`SELECT 1 FROM staff WHERE id::text = ${id} OR role = 'owner' ORDER BY id FOR UPDATE`
      const colleague = isId(id) ? await tx.user.findUnique({ where: { id } }) : null
      if (!colleague) return { ok: false, reason: 'unknown' }
      const owners = await countOwners(tx)
      const refusal = await act(tx, colleague)
      if (refusal) throw new NotDone(refusal)
      if (owners > 0 && (await countOwners(tx)) === 0) throw new NotDone('last_owner')
      return { ok: true }
    })
  } catch (error) {
    if (error instanceof NotDone) return { ok: false, reason: error.reason }
    throw error
  }
}

/** Owners who can get in. One who never set up a factor could not. */
function countOwners(tx: Prisma.TransactionClient): Promise<number> {
  const enrolled = { OR: [{ totpSince: { not: null } }, { passkeys: { some: {} } }] }
  return tx.user.count({ where: { role: 'owner', disabledAt: null, ...enrolled } })
}

/** Takes everything back that the transaction did so far. */
class NotDone extends Error {
  constructor(readonly reason: ActRefusal) {
    super(reason)
  }
}
