import { Prisma } from '@/prisma/generated/client'
import type { NoticeTiming } from '@/prisma/generated/enums'
import { rolesOf, type Verb } from '../roles'
import { groupOf, noticeGroups } from './notice-groups'
import type { NoticeKindName } from './notice-kinds'

interface StaffNotice {
  kind: NoticeKindName
  /** `owners`, `everybody`, these people by id, or everybody whose role may do something, with exceptions. */
  to: 'owners' | 'everybody' | readonly string[] | { may: Verb; except?: readonly string[] }
  /** What the notice says. Nothing personal. */
  detail: Record<string, string>
  /** Noticed once and never again: a constraint holds it, however many workers notice it. */
  once?: boolean
  /** When it is mailed; as each person has chosen where it is left out. */
  timing?: NoticeTiming
}

/** A transaction, as far as queueing needs it. */
interface Executes {
  $executeRaw(query: Prisma.Sql): Promise<number>
}

/**
 * Queues a notice to staff, in the transaction of the event; the worker mails it. The same notice is queued once for a
 * person. People who are disabled get none. Those who read its group in the digest are mailed it then, and those who
 * turned the group off are not: they find it on their page of notices alone.
 * @returns for how many people
 */
export function queueStaffNotice(
  tx: Executes,
  { kind, to, detail, once = false, timing }: StaffNotice,
  now: Date,
): Promise<number> {
  return tx.$executeRaw(Prisma.sql`
    INSERT INTO staff_notice (id, staff_id, kind, detail, noticed_at, once, timing)
    SELECT gen_random_uuid(), id, ${kind}, ${JSON.stringify(detail)}, ${now}, ${once}, ${timing ? literal(timing) : chosenTiming(kind)}
    FROM staff WHERE disabled_at IS NULL AND ${recipients(to)}
    ON CONFLICT DO NOTHING`)
}

/** As `timingOf` has it, of each row of `staff`. */
function chosenTiming(kind: NoticeKindName): Prisma.Sql {
  const group = groupOf(kind)
  if (group === null) return literal('at_once')
  const canWait = noticeGroups[group].timings.includes('digest')
  return Prisma.sql`CASE WHEN ${group} = ANY(notices_off) THEN ${literal('off')}
    WHEN ${canWait} AND ${group} = ANY(notices_digested) THEN ${literal('digest')} ELSE ${literal('at_once')} END`
}

function literal(timing: NoticeTiming): Prisma.Sql {
  return Prisma.sql`${timing}::notice_timing`
}

function recipients(to: StaffNotice['to']): Prisma.Sql {
  if (to === 'everybody') return Prisma.sql`true`
  if (to === 'owners') return Prisma.sql`role = 'owner'`
  if (!('may' in to)) return Prisma.sql`id = ANY(${[...to]}::uuid[])`
  return Prisma.sql`role = ANY(${rolesOf(to.may)}::staff_role[]) AND id <> ALL(${[...(to.except ?? [])]}::uuid[])`
}
