import { db } from '@/lib/db'
import { type Paged, pageOf, rowsOf } from '@/lib/input/pages'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { ApplicationState, MemberKind } from '@/prisma/generated/enums'

/** An application as lists show it, without its sealed part. */
export interface ApplicationRow {
  id: string
  kind: MemberKind
  country: string
  locale: string
  state: ApplicationState
  receivedAt: Date
  decidedAt: Date | null
}

const select = {
  id: true,
  kind: true,
  country: true,
  locale: true,
  state: true,
  receivedAt: true,
  decidedAt: true,
} as const

/** Confirmed applications: undecided ones first, the oldest first; then the latest decided, by pages. */
export async function listApplications(by: Staff, page: number): Promise<Paged<ApplicationRow>> {
  authorise(by, 'coalition.open')
  const where = { state: { in: ['accepted', 'declined'] as ApplicationState[] } }
  const [waiting, decided, total] = await Promise.all([
    db().application.findMany({ where: { state: 'confirmed' }, orderBy: { receivedAt: 'asc' }, select }),
    db().application.findMany({ where, orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }], ...rowsOf(page), select }),
    db().application.count({ where }),
  ])
  return pageOf(page, decided, total, waiting)
}

/** One of them, or null; never an unconfirmed one. */
export async function findApplicationForStaff(by: Staff, id: string): Promise<ApplicationRow | null> {
  authorise(by, 'coalition.open')
  const states: ApplicationState[] = ['confirmed', 'accepted', 'declined']
  return db().application.findFirst({ where: { id, state: { in: states } }, select })
}
