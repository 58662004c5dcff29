import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

/** Totals of the coalition's rows, and how many await a decision. */
export async function countCoalition(by: Staff) {
  authorise(by, 'coalition.read')
  const [members, left, drafts, letters, waiting, applications] = await Promise.all([
    db().member.count({ where: { leftOn: null } }),
    db().member.count({ where: { leftOn: { not: null } } }),
    db().activity.count({ where: { publishedAt: null } }),
    db().letter.count({ where: { status: 'open' } }),
    db().coSignature.count({ where: { state: 'confirmed' } }),
    db().application.count({ where: { state: 'confirmed' } }),
  ])
  return { members, left, drafts, letters, waiting, applications }
}
