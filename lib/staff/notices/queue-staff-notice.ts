import { Prisma } from '@/prisma/generated/client'
import { rolesOf, type Verb } from '../roles'
import { groupOf } from './notice-groups'
import type { NoticeKindName } from './notice-kinds'

interface StaffNotice {
  kind: NoticeKindName
  /** `owners`, `everybody`, these people by id, or everybody whose role may do something, with exceptions. */
  to: 'owners' | 'everybody' | readonly string[] | { may: Verb; except?: readonly string[] }
  /** What the notice says. Nothing personal. */
  detail: Record<string, string>
  /** Noticed once and never again: a constraint holds it, however many workers notice it. */
  once?: boolean
}

/** A transaction, as far as queueing needs it. */
interface Executes {
  $executeRaw(query: Prisma.Sql): Promise<number>
}

/**
 * Queues a notice to staff, in the transaction of the event; the worker mails it. The same notice is queued once for a
 * person. People who are disabled get none, nor those who turned its group off.
 * @returns for how many people
 */
export function queueStaffNotice(
  tx: Executes,
  { kind, to, detail, once = false }: StaffNotice,
  now: Date,
): Promise<number> {
  return tx.$executeRaw(Prisma.sql`
    INSERT INTO staff_notice (id, staff_id, kind, detail, noticed_at, once)
    SELECT gen_random_uuid(), id, ${kind}, ${JSON.stringify(detail)}, ${now}, ${once}
    FROM staff WHERE disabled_at IS NULL AND ${groupOf(kind) ?? ''} <> ALL(notices_off) AND ${recipients(to)}
    ON CONFLICT DO NOTHING`)
}

function recipients(to: StaffNotice['to']): Prisma.Sql {
  if (to === 'everybody') return Prisma.sql`true`
  if (to === 'owners') return Prisma.sql`role = 'owner'`
  if (!('may' in to)) return Prisma.sql`id = ANY(${[...to]}::uuid[])`
  return Prisma.sql`role = ANY(${rolesOf(to.may)}::staff_role[]) AND id <> ALL(${[...(to.except ?? [])]}::uuid[])`
}
