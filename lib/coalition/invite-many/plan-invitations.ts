import { createHash } from 'node:crypto'
import { fold } from '@/lib/text/fold'
import type { Prisma } from '@/prisma/generated/client'
import type { CoSignatureState } from '@/prisma/generated/enums'
import { memberNames, namesOfMembers } from '../member-names'
import type { InvitationLine } from './read-invitations'

/** The effects of inviting these organisations to a letter now. */
export interface InvitationPlan {
  /** `search`: the folded name at the letter; `organisation`: as it is invited there. */
  invite: (InvitationLine & { search: string; memberId: string | null })[]
  /** Those that stand at the letter already, with their state there; `twice`: an earlier line invites the same one. */
  leftOut: { organisation: string; state: CoSignatureState | 'twice' }[]
}

/**
 * Divides organisations into those that get an invitation and those left out: whatever state one has at the letter,
 * only an invitation that has expired is made again. A member is known by its name in any language, however it has
 * signed.
 */
export async function planInvitations(
  tx: Prisma.TransactionClient,
  letterId: string,
  lines: InvitationLine[],
  now: Date,
): Promise<InvitationPlan> {
  const members = await memberNames(tx)
  const wanted = lines.map((line) => {
    const search = fold(line.organisation)
    return { ...line, search, memberId: members.get(search) ?? null }
  })
  const ids = wanted.flatMap(({ memberId }) => memberId ?? [])
  const standing = await tx.coSignature.findMany({
    where: {
      letterId,
      OR: [
        { search: { in: [...wanted.map(({ search }) => search), ...namesOfMembers(members, ids)] } },
        { memberId: { in: ids } },
      ],
      // An invitation that a stranger asked for is nobody's until it is signed.
      NOT: { domain: { not: null }, state: 'invited' },
    },
    select: {
      organisation: true,
      search: true,
      memberId: true,
      state: true,
      invitations: { where: { revokedAt: null, expiresAt: { gt: now } }, select: { expiresAt: true } },
    },
    orderBy: { createdAt: 'asc' },
  })
  const plan: InvitationPlan = { invite: [], leftOut: [] }
  const taken = new Set<string>()
  for (const line of wanted) {
    const named = standing.filter(({ search }) => search === line.search)
    const ofMember = ({ search, memberId }: (typeof standing)[number]) =>
      line.memberId !== null && (memberId === line.memberId || members.get(search) === line.memberId)
    const own = [...named, ...standing.filter(ofMember)]
    const closed = own.find(({ state, invitations }) => state !== 'invited' || invitations.length > 0)
    const place = named.length > 0 ? line : { ...line, ...placeOf(own[0]) }
    const keys = [place.search, line.memberId ?? own[0]?.memberId].filter((key) => typeof key === 'string')
    if (closed) plan.leftOut.push({ organisation: line.organisation, state: closed.state })
    else if (keys.some((key) => taken.has(key))) plan.leftOut.push({ organisation: line.organisation, state: 'twice' })
    else {
      plan.invite.push(place)
      for (const key of keys) taken.add(key)
    }
  }
  return plan
}

/** Names which organisations a plan invites and leaves out, without saying them: equal for equal plans alone. */
export function planKey({ invite, leftOut }: InvitationPlan): string {
  const named = [invite.map(({ search }) => search), leftOut.map(({ organisation, state }) => [organisation, state])]
  return createHash('sha256').update(JSON.stringify(named)).digest('hex')
}

/** A member keeps its place under the name it has there. */
function placeOf(row: { organisation: string; search: string } | undefined) {
  return row && { organisation: row.organisation, search: row.search }
}
