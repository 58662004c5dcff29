import { isoDay } from '@/lib/input/day'
import type { ApprovedRequest } from '@/lib/staff/approvals/act'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { audit } from '@/lib/staff/audit/audit'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'
import { timeOfDay } from './time-of-day'

/** Days (`2026-11-21`) on which it was closed and won; empty if it was not. */
export interface Days {
  closed: string
  won: string
}

export type DaysResult = { ok: true; approval: string } | { ok: false; reason: 'changed' | 'day_invalid' | 'waits' }

/**
 * Requests approval to correct the days on which a petition was closed and won. The day it was opened stays: retention
 * periods promised to signers count from it. The day of delivery is corrected by undoing the delivery and marking it
 * again.
 * @param seen what the form showed
 */
export function requestDays(
  by: Staff,
  id: string,
  expected: Days,
  days: Days,
  reason: string,
  now: Date,
): Promise<DaysResult> {
  return staffWrite<DaysResult>(by, 'petition.change_status', now, async ({ tx }) => {
    const read = await readDays(tx, id, expected, days, now)
    if (typeof read === 'string') return { ok: false, reason: read }
    const detail = {
      petition: read.slug,
      step: 'days',
      'closed before': expected.closed,
      closed: days.closed,
      'won before': expected.won,
      won: days.won,
    }
    const request = { verb: 'petition.change_status', subject: `petition:${id}`, detail, reason } as const
    const approval = await requestApproval(tx, by, request, now)
    return approval ? { ok: true, approval } : { ok: false, reason: 'waits' }
  })
}

/** A second person approved. @returns why it can no longer be done */
export async function correctDays(
  tx: Prisma.TransactionClient,
  { key: id, subject, detail, by }: ApprovedRequest,
  now: Date,
): Promise<string | null> {
  const { closed = '', won = '' } = detail
  const expected = { closed: detail['closed before'] ?? '', won: detail['won before'] ?? '' }
  const read = await readDays(tx, id, expected, { closed, won }, now)
  if (typeof read === 'string') return read
  const { closedAt, wonAt } = read
  await tx.petition.update({ where: { id }, data: { closedAt, wonAt, updatedAt: now } })
  const told = { closed: `${expected.closed} → ${closed}`, won: `${expected.won} → ${won}` }
  await audit(tx, { by, verb: 'petition.days', subject, detail: told }, now)
  return null
}

async function readDays(tx: Prisma.TransactionClient, id: string, expected: Days, days: Days, now: Date) {
  await lockRow(tx, 'petition', id)
  const row = await tx.petition.findUnique({ where: { id, removedAt: null } })
  if (!row || formDay(row.closedAt) !== expected.closed || formDay(row.wonAt) !== expected.won) return 'changed'
  const [closedAt, wonAt] = [corrected(row.closedAt, days.closed, now), corrected(row.wonAt, days.won, now)]
  const opened = formDay(row.openedAt)
  if (closedAt === undefined || wonAt === undefined) return 'day_invalid'
  if ([closedAt, wonAt].some((at) => at && formDay(at) < opened)) return 'day_invalid'
  return { slug: row.slug, closedAt, wonAt }
}

/** The day (UTC) of a moment as the value of a date field (`2026-11-21`); empty for none. */
export function formDay(date: Date | null): string {
  return date ? isoDay(date) : ''
}

/** @returns the same moment for the same day, undefined if the day is impossible */
function corrected(was: Date | null, day: string, now: Date): Date | null | undefined {
  if (formDay(was) === day) return was
  return (was && timeOfDay(day, now)) ?? undefined
}
