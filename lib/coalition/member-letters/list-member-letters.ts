import { db } from '@/lib/db'
import type { CoSignatureState } from '@/prisma/generated/enums'
import { memberNames, namesOfMembers } from '../member-names'

/** How a member stands at a letter. */
export interface MemberAtLetter {
  /** `claimed`: somebody signed under the name by a link they requested, and nobody has decided on it yet. */
  state: CoSignatureState | 'claimed'
  /** It signed on its own page, and withdraws there. */
  own: boolean
}

/** Of how much weight: what was signed goes before what was not. */
const order: MemberAtLetter['state'][] = ['approved', 'confirmed', 'claimed', 'declined', 'withdrawn', 'invited']

/**
 * How a member stands at letters under any of its names, by their slugs; those it has nothing to do with are left out,
 * also where somebody else asked to sign under its name and did not, or was declined: that keeps the member from
 * nothing.
 */
export async function memberAtLetters(memberId: string): Promise<Map<string, MemberAtLetter>> {
  const names = namesOfMembers(await memberNames(db()), [memberId])
  const rows = await db().coSignature.findMany({
    where: {
      OR: [{ memberId }, { memberId: null, search: { in: names } }],
      NOT: { domain: { not: null }, state: { in: ['invited', 'declined'] } },
    },
    select: { state: true, onOwnPage: true, domain: true, letter: { select: { slug: true } } },
  })
  const stands = rows.map(({ state, domain, onOwnPage: own, letter: { slug } }) => {
    const claimed = state === 'confirmed' && domain !== null && !own
    return [slug, { state: claimed ? 'claimed' : state, own }] satisfies [string, MemberAtLetter]
  })
  return new Map(stands.toSorted(([, a], [, b]) => order.indexOf(b.state) - order.indexOf(a.state)))
}
