import { db } from '@/lib/db'
import { record } from '@/lib/staff/audit/record'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { momentOf } from './moment'

/** Days (`2026-11-21`) on which it was closed and won; empty where it was not. */
export interface Days {
  closed: string
  won: string
}

export type DaysResult = { ok: true } | { ok: false; reason: 'changed' | 'day_invalid' }

/**
 * Corrects the days on which a petition was closed and won. The day it was opened stays: what was promised to signers
 * counts from it. The day it was delivered is corrected by taking the delivery back and marking it anew.
 * @param seen what the form showed
 */
export function changeDays(by: Staff, id: string, seen: Days, days: Days, now: Date): Promise<DaysResult> {
  authorise(by, 'petition.write')
  return db().$transaction(async (tx) => {
    const row = await tx.petition.findUnique({ where: { id, removedAt: null } })
    if (!row || dayOf(row.closedAt) !== seen.closed || dayOf(row.wonAt) !== seen.won) {
      return { ok: false, reason: 'changed' }
    }
    const [closedAt, wonAt] = [corrected(row.closedAt, days.closed, now), corrected(row.wonAt, days.won, now)]
    const opened = dayOf(row.openedAt)
    if (closedAt === undefined || wonAt === undefined) return { ok: false, reason: 'day_invalid' }
    if ([closedAt, wonAt].some((at) => at && dayOf(at) < opened)) return { ok: false, reason: 'day_invalid' }
    // The moments that were read: whoever changed them since was first.
    const { count } = await tx.petition.updateMany({
      where: { id, removedAt: null, closedAt: row.closedAt, wonAt: row.wonAt },
      data: { closedAt, wonAt, updatedAt: now },
    })
    if (count === 0) return { ok: false, reason: 'changed' }
    const detail = { closed: `${seen.closed} → ${days.closed}`, won: `${seen.won} → ${days.won}` }
    await record(tx, { by, verb: 'petition.days', subject: `petition:${id}`, detail }, now)
    return { ok: true }
  })
}

/** A day in UTC as a form shows it. */
export function dayOf(date: Date | null): string {
  return date?.toISOString().slice(0, 10) ?? ''
}

/** @returns the same moment for the same day, undefined where no such day can be */
function corrected(was: Date | null, day: string, now: Date): Date | null | undefined {
  if (dayOf(was) === day) return was
  return (was && momentOf(day, now)) ?? undefined
}
