import { fold } from '@/lib/text/fold'
import type { Prisma } from '@/prisma/generated/client'
import type { CoSignatureState } from '@/prisma/generated/enums'
import type { InvitationLine } from './read-invitations'

/** What inviting these organisations to a letter would do now. */
export interface InvitationPlan {
  invite: (InvitationLine & { search: string; memberId: string | null })[]
  /** Those that stand at the letter already, with their state there. */
  leftOut: { organisation: string; state: CoSignatureState }[]
}

/**
 * Divides organisations into those that get an invitation and those left out: whatever state one has at the letter, only
 * an invitation that has expired is made again. A member is known by its name in any language, however it has signed.
 */
export async function planInvitations(
  tx: Prisma.TransactionClient,
  letterId: string,
  lines: InvitationLine[],
  now: Date,
): Promise<InvitationPlan> {
  const members = await memberIds(tx)
  const wanted = lines.map((line) => {
    const search = fold(line.organisation)
    return { ...line, search, memberId: members.get(search) ?? null }
  })
  const ids = wanted.flatMap(({ memberId }) => memberId ?? [])
  const standing = await tx.coSignature.findMany({
    where: {
      letterId,
      OR: [{ search: { in: wanted.map(({ search }) => search) } }, { memberId: { in: ids } }],
      // What strangers asked for is nobody's until it is signed.
      NOT: { domain: { not: null }, state: 'invited' },
    },
    select: {
      search: true,
      memberId: true,
      state: true,
      invitations: { where: { revokedAt: null, expiresAt: { gt: now } }, select: { expiresAt: true } },
    },
  })
  const closed = standing.filter(({ state, invitations }) => state !== 'invited' || invitations.length > 0)
  const stateOf = ({ search, memberId }: { search: string; memberId: string | null }) =>
    closed.find((row) => row.search === search || (memberId !== null && row.memberId === memberId))?.state
  return {
    invite: wanted.filter((line) => !stateOf(line)),
    leftOut: wanted.flatMap((line) => {
      const state = stateOf(line)
      return state ? [{ organisation: line.organisation, state }] : []
    }),
  }
}

/** Of the present members, by their folded names. */
async function memberIds(tx: Prisma.TransactionClient): Promise<Map<string, string>> {
  const select = { id: true, name: true, texts: { select: { name: true } } } as const
  const members = await tx.member.findMany({ where: { leftOn: null }, select })
  return new Map(
    members.flatMap(({ id, name, texts }) =>
      [name, ...texts.map((text) => text.name)].flatMap((one): [string, string][] => (one ? [[fold(one), id]] : [])),
    ),
  )
}
