import { db } from '@/lib/db'
import type { CoSignatureState } from '@/prisma/generated/enums'
import { memberNames, namesOfMembers } from '../member-names'

/** How a member stands at a letter. */
export interface MemberAtLetter {
  state: CoSignatureState
  /** It signed on its own page, and withdraws there. */
  own: boolean
}

/** Of how much weight: what was signed goes before what was not. */
const order: CoSignatureState[] = ['approved', 'confirmed', 'declined', 'withdrawn', 'invited']

/** How a member stands at letters under any of its names, by their slugs; those it has nothing to do with are left out. */
export async function memberAtLetters(memberId: string): Promise<Map<string, MemberAtLetter>> {
  const names = namesOfMembers(await memberNames(db()), [memberId])
  const rows = await db().coSignature.findMany({
    where: { OR: [{ memberId }, { memberId: null, search: { in: names } }] },
    select: { state: true, onOwnPage: true, letter: { select: { slug: true } } },
  })
  const sorted = rows.toSorted((a, b) => order.indexOf(b.state) - order.indexOf(a.state))
  return new Map(sorted.map(({ state, onOwnPage: own, letter }) => [letter.slug, { state, own }]))
}
