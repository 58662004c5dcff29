import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { Member } from '@/prisma/generated/client'
import { byName } from '../list-members'

/** All members and supporters in the order of the public list, those that left last. */
export async function listEditableMembers(by: Staff): Promise<(Member & { locales: string[] })[]> {
  authorise(by, 'coalition.read')
  const rows = await db().member.findMany({ include: { texts: true } })
  return rows
    .map(({ texts, ...row }) => ({ ...row, locales: texts.map(({ locale }) => locale) }))
    .sort((a, b) => Number(a.leftOn !== null) - Number(b.leftOn !== null) || byName('en')(a, b))
}
