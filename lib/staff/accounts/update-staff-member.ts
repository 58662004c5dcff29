import type { Prisma, User } from '@/prisma/generated/client'
import type { Agreed, TwoPersonAct } from '../approvals/act'

export type ActRefusal = 'unknown' | 'changed' | 'last_owner'

/**
 * What two people agree on about a third. All that could take away an owner take turns at the owners' rows, which are
 * locked by then (`lockPeople`): two owners who demote each other at once leave one.
 * @param act gives the reason why it was not to be; then nothing is done at all
 */
export function onColleague(
  act: (tx: Prisma.TransactionClient, colleague: User, agreed: Agreed, now: Date) => Promise<ActRefusal | null>,
): TwoPersonAct {
  return {
    changesStaff: true,
    async execute(tx, agreed, now) {
      const colleague = await tx.user.findUnique({ where: { id: agreed.key } })
      return colleague ? keepingAnOwner(tx, () => act(tx, colleague, agreed, now)) : 'unknown'
    },
  }
}

/** @returns `last_owner` where nobody who could get in would be an owner any more: the caller takes it back */
async function keepingAnOwner(tx: Prisma.TransactionClient, act: () => Promise<ActRefusal | null>) {
  const owners = await countOwners(tx)
  const refusal = await act()
  return refusal ?? (owners > 0 && (await countOwners(tx)) === 0 ? 'last_owner' : null)
}

/** Owners who can get in. One who never set up a factor could not. */
function countOwners(tx: Prisma.TransactionClient): Promise<number> {
  const enrolled = { OR: [{ totpSince: { not: null } }, { passkeys: { some: {} } }] }
  return tx.user.count({ where: { role: 'owner', disabledAt: null, ...enrolled } })
}
