import { Prisma } from '@/prisma/generated/client'
import type { NoticeTiming } from '@/prisma/generated/enums'
import { rolesOf, type Verb } from '../roles'
import { groupOf, noticeGroups } from './notice-groups'
import type { NoticeKindName } from './notice-kinds'

interface StaffNotice {
  kind: NoticeKindName
  /** `owners`, `everybody`, people by id, or all who may use a verb, with exceptions. */
  to: 'owners' | 'everybody' | readonly string[] | { may: Verb; except?: readonly string[] }
  /** The values of the message. Nothing personal. */
  detail: Record<string, string>
  /** Queued only once ever; a database constraint ensures it for any number of workers. */
  once?: boolean
  /** When it is mailed; by default as each person has chosen. */
  timing?: NoticeTiming
}

/** The part of a transaction that queueing needs. */
interface Executes {
  $executeRaw(query: Prisma.Sql): Promise<number>
}

/**
 * Queues a notice in the transaction of the event; the worker mails it. A person gets the same notice once; disabled
 * people get none. Those who chose the digest for its group get it with the digest; those who turned the group off get
 * no mail and find it on their notices page.
 * @returns the number of people
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

/** SQL of `timingOf` for each row of `staff`. */
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
