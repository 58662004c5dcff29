import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { type FormValues, versionOf } from '../entities/apply-change'
import { readPart } from './proposal-parts'
import { readPublicPart } from './public-part'

const member = { select: { id: true, slug: true, name: true } } as const

/** Members' undecided proposals, the oldest first. */
export function listProposals(by: Staff) {
  authorise(by, 'coalition.read')
  return db().memberProposal.findMany({
    where: { decidedAt: null, member: { leftOn: null } },
    select: { id: true, part: true, proposedAt: true, member },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
  })
}

/** The id of what a member proposes of a part by now; null where nothing waits. */
export async function findWaiting(by: Staff, memberId: string, part: string): Promise<string | null> {
  authorise(by, 'coalition.read')
  if (!isId(memberId)) return null
  const row = await db().memberProposal.findUnique({ where: { memberId_part: { memberId, part } } })
  return row && row.decidedAt === null ? row.id : null
}

/** One of them beside what is public now, or null. */
export async function findProposal(by: Staff, id: string) {
  authorise(by, 'coalition.read')
  const row = isId(id)
    ? await db().memberProposal.findFirst({ where: { id, decidedAt: null }, include: { member } })
    : null
  const part = row && readPart(row.part)
  const before = part && (await readPublicPart(db(), row.memberId, part))
  if (!row || !part || !before) return null
  const after = part === 'logo' ? {} : (JSON.parse(row.content) as FormValues)
  return { ...row, part, before, after, version: versionOf(before) }
}
