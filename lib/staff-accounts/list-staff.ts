import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import { listSessions, type SessionView } from '@/lib/staff/list-sessions'
import type { Staff } from '@/lib/staff/staff'
import type { StaffRole } from '@/prisma/generated/enums'

export interface StaffMemberView {
  id: string
  email: string
  /** Their display name; null: their address stands for it. */
  name: string | null
  role: StaffRole
  /** In words; empty until they have set one up. */
  factor: string
  sessions: number
  signedInAt: Date | null
  disabledAt: Date | null
  createdAt: Date
}

/** All members of staff, disabled ones included. */
export async function listStaff(by: Staff, now: Date): Promise<StaffMemberView[]> {
  authorise(by, 'staff.read')
  const rows = await db().user.findMany({ orderBy: [{ role: 'asc' }, { email: 'asc' }], ...withCounts(now) })
  return rows.map(view)
}

/** One of them, with their open sessions; null where there is none. */
export async function findStaffMember(
  by: Staff,
  id: string,
  now: Date,
): Promise<(StaffMemberView & { open: SessionView[] }) | null> {
  authorise(by, 'staff.read')
  if (!isId(id)) return null
  const row = await db().user.findUnique({ where: { id }, ...withCounts(now) })
  return row && { ...view(row), open: await listSessions(id, now) }
}

interface Row {
  id: string
  email: string
  name: string | null
  role: StaffRole
  totpSince: Date | null
  signedInAt: Date | null
  disabledAt: Date | null
  createdAt: Date
  _count: { passkeys: number; sessions: number }
}

function withCounts(now: Date) {
  return { include: { _count: { select: { passkeys: true, sessions: { where: { expires: { gt: now } } } } } } }
}

function view({ totpSince, _count, ...row }: Row): StaffMemberView {
  const { id, email, name, role, signedInAt, disabledAt, createdAt } = row
  const { passkeys, sessions } = _count
  const keys = passkeys > 0 ? [passkeys === 1 ? 'passkey' : `${passkeys} passkeys`] : []
  const factor = [...keys, ...(totpSince ? ['app'] : [])].join(', ')
  return { id, email, name, role, signedInAt, disabledAt, createdAt, factor, sessions }
}
