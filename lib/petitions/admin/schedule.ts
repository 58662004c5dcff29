import { readDay } from '@/lib/input/day'
import type { TwoPersonAct } from '@/lib/staff/approvals/act'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { audit } from '@/lib/staff/audit/audit'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'
import { publishedVersions } from '../texts/published-versions'
import { formDay } from './change-days'

/** Days (`2026-11-21`, UTC) in the future; empty for none. */
export interface Schedule {
  /** Opened at its beginning, once its texts are published. */
  opens: string
  /** The last day to sign: closed at its end. */
  closes: string
}

type ScheduleRefusal = 'changed' | 'plan_invalid'

export type ScheduleResult =
  /** `approval`: the pending one; null if it is scheduled. */
  { ok: true; approval: string | null } | { ok: false; reason: ScheduleRefusal | 'waits' }

/**
 * Schedules when a draft is opened, and when a draft or an open petition is closed (`runSchedules`). A schedule that
 * opens or closes it in public needs approval, and the second person approves the texts published by then: from that
 * moment on publishing texts of this petition needs approval as well.
 * @param seen what the form showed
 */
export function requestSchedule(
  by: Staff,
  id: string,
  { expected, wanted, reason }: { expected: Schedule; wanted: Schedule; reason: string },
  now: Date,
): Promise<ScheduleResult> {
  return staffWrite<ScheduleResult>(by, 'petition.write', now, async ({ tx }) => {
    const read = await readSchedule(tx, id, expected, wanted, now)
    if (typeof read === 'string') return { ok: false, reason: read }
    if (read.status === 'draft' && !read.opensOn) {
      await write(tx, by, id, { expected, ...read }, now)
      return { ok: true, approval: null }
    }
    const detail = {
      petition: read.slug,
      'opens before': expected.opens,
      opens: formDay(read.opensOn),
      'closes before': expected.closes,
      closes: formDay(read.closesOn),
      versions: await publishedVersions(tx, id),
    }
    const request = { verb: 'petition.plan', subject: `petition:${id}`, detail, reason } as const
    const approval = await requestApproval(tx, by, request, now)
    return approval ? { ok: true, approval } : { ok: false, reason: 'waits' }
  })
}

/** Approved: the schedule. */
export const executeSchedule: TwoPersonAct = {
  lock: (tx, { key }) => lockRow(tx, 'petition', key),
  async execute(tx, { key: id, detail, by }, now) {
    const { opens = '', closes = '', versions } = detail
    const expected = { opens: detail['opens before'] ?? '', closes: detail['closes before'] ?? '' }
    const read = await readSchedule(tx, id, expected, { opens, closes }, now)
    if (typeof read === 'string') return read
    if (versions !== (await publishedVersions(tx, id))) return 'changed'
    await write(tx, by, id, { expected, ...read }, now)
    return null
  },
}

async function readSchedule(tx: Prisma.TransactionClient, id: string, expected: Schedule, wanted: Schedule, now: Date) {
  await lockRow(tx, 'petition', id)
  const row = await tx.petition.findUnique({ where: { id, removedAt: null } })
  if (!row || formDay(row.opensOn) !== expected.opens || formDay(row.closesOn) !== expected.closes) return 'changed'
  const { slug, status } = row
  if (status !== 'draft' && status !== 'open') return 'changed'
  const opensOn = status === 'draft' ? planned(wanted.opens) : null
  const closesOn = planned(wanted.closes)
  const today = formDay(now)
  if (opensOn === undefined || closesOn === undefined) return 'plan_invalid'
  if ((opensOn && formDay(opensOn) <= today) || (closesOn && formDay(closesOn) < today)) return 'plan_invalid'
  if (opensOn && closesOn && closesOn < opensOn) return 'plan_invalid'
  return { slug, status, opensOn, closesOn }
}

async function write(
  tx: Prisma.TransactionClient,
  by: Staff | null,
  id: string,
  { expected, opensOn, closesOn }: { expected: Schedule; opensOn: Date | null; closesOn: Date | null },
  now: Date,
): Promise<void> {
  await tx.petition.update({ where: { id }, data: { opensOn, closesOn, updatedAt: now } })
  const detail = {
    opens: `${expected.opens} → ${formDay(opensOn)}`,
    closes: `${expected.closes} → ${formDay(closesOn)}`,
  }
  await audit(tx, { by, verb: 'petition.plan', subject: `petition:${id}`, detail }, now)
}

/** @returns null for none, undefined if it is no day */
function planned(day: string): Date | null | undefined {
  return day === '' ? null : (readDay(day) ?? undefined)
}
