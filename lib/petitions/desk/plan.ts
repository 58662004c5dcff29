import { db } from '@/lib/db'
import { readDay } from '@/lib/input/day'
import { record } from '@/lib/staff/audit/record'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { dayOf } from './change-days'

/** Days (`2026-11-21`, UTC) that are still to come; empty for none. */
export interface Plan {
  /** Opened at its beginning, once its words are published. */
  opens: string
  /** The last day to sign: closed at its end. */
  closes: string
}

export type PlanResult = { ok: true } | { ok: false; reason: 'changed' | 'plan_invalid' }

/**
 * Plans when a draft is opened, and when a draft or an open petition is closed (`carryOutPlans`).
 * @param seen what the form showed
 */
export function plan(by: Staff, id: string, seen: Plan, wanted: Plan, now: Date): Promise<PlanResult> {
  authorise(by, 'petition.write')
  return db().$transaction(async (tx) => {
    const row = await tx.petition.findUnique({ where: { id, removedAt: null } })
    if (!row || dayOf(row.opensOn) !== seen.opens || dayOf(row.closesOn) !== seen.closes) {
      return { ok: false, reason: 'changed' }
    }
    if (!['draft', 'open'].includes(row.status)) return { ok: false, reason: 'changed' }
    const opensOn = row.status === 'draft' ? planned(wanted.opens) : null
    const closesOn = planned(wanted.closes)
    const today = dayOf(now)
    if (opensOn === undefined || closesOn === undefined) return { ok: false, reason: 'plan_invalid' }
    if ((opensOn && dayOf(opensOn) <= today) || (closesOn && dayOf(closesOn) < today)) {
      return { ok: false, reason: 'plan_invalid' }
    }
    if (opensOn && closesOn && closesOn < opensOn) return { ok: false, reason: 'plan_invalid' }
    // What was read: whoever changed it since was first.
    const { count } = await tx.petition.updateMany({
      where: { id, removedAt: null, status: row.status, opensOn: row.opensOn, closesOn: row.closesOn },
      data: { opensOn, closesOn, updatedAt: now },
    })
    if (count === 0) return { ok: false, reason: 'changed' }
    const detail = { opens: `${seen.opens} → ${dayOf(opensOn)}`, closes: `${seen.closes} → ${dayOf(closesOn)}` }
    await record(tx, { by, verb: 'petition.plan', subject: `petition:${id}`, detail }, now)
    return { ok: true }
  })
}

/** @returns null for none, undefined for what is no day */
function planned(day: string): Date | null | undefined {
  return day === '' ? null : (readDay(day) ?? undefined)
}
