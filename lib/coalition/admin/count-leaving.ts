import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

/** The effects on a member's data when its membership ends. */
export interface Leaving {
  /** Deleted. */
  contacts: number
  /** Mailed links and sessions of its contacts, which end. */
  access: number
  /** Proposals that nobody has decided on: deleted. */
  proposals: number
  /** Letters that it has co-signed: they stay so. */
  coSigned: number
  /** Co-signatures that an editor still has to decide on. */
  undecided: number
  /** Counted signatures that came through its links: to be said only where they are not few. */
  throughLinks: number
  /** When they were counted; null where there are none. */
  throughLinksAt: Date | null
}

/** The numbers of this moment. */
export async function countLeaving(by: Staff, { id, slug }: { id: string; slug: string }, now: Date): Promise<Leaving> {
  authorise(by, 'coalition.write')
  const coSignatures = (state: 'approved' | 'confirmed') => db().coSignature.count({ where: { memberId: id, state } })
  const [contacts, access, proposals, coSigned, undecided, net] = await Promise.all([
    db().memberContact.count({ where: { memberId: id } }),
    db().memberAccess.count({ where: { contact: { memberId: id }, expiresAt: { gt: now } } }),
    db().memberProposal.count({ where: { memberId: id, decidedAt: null } }),
    coSignatures('approved'),
    coSignatures('confirmed'),
    db().facetTotal.aggregate({ where: { facet: 'member', code: slug }, _sum: { net: true }, _min: { asOf: true } }),
  ])
  const [throughLinks, throughLinksAt] = [Number(net._sum.net ?? 0), net._min.asOf]
  return { contacts, access, proposals, coSigned, undecided, throughLinks, throughLinksAt }
}
