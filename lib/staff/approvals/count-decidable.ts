import { db } from '@/lib/db'
import { approvableFrom, may } from '../roles'
import type { Staff } from '../staff'
import { lastMoment } from './approval-expiry'
import { listBound } from './bound'
import { concerned } from './second-person'

/** Counts pending requests that this person may decide now, and tells when the oldest was made. */
export async function countDecidable(
  by: Pick<Staff, 'id' | 'role'>,
  now: Date,
): Promise<{ waiting: number; oldest: Date | null }> {
  if (!may(by.role, 'approval.decide')) return { waiting: 0, oldest: null }
  const rows = await db().approval.findMany({
    where: { approvedAt: null, refusedAt: null, askedAt: { gt: lastMoment(now) }, askedBy: { not: by.id } },
    select: { verb: true, subject: true, askedBy: true, askedAt: true },
    orderBy: { askedAt: 'asc' },
  })
  const mine = rows.filter(({ verb, subject }) => {
    const known = approvableFrom(verb)
    return known !== null && may(by.role, known) && !concerned(subject).includes(by.id)
  })
  if (mine.length === 0) return { waiting: 0, oldest: null }
  const bound = await listBound(db(), by.id, now)
  const decidable = mine.filter(({ askedBy }) => !bound.includes(askedBy))
  return { waiting: decidable.length, oldest: decidable[0]?.askedAt ?? null }
}
