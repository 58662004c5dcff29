import { db } from '@/lib/db'
import { record } from '@/lib/staff/audit/record'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import type { PetitionStatus } from '@/prisma/generated/enums'

export type StatusResult =
  | { ok: true; status: PetitionStatus }
  | { ok: false; reason: 'changed' | 'text_missing' | 'time_over' | 'day_invalid' | 'needs_two' }

/** One step of a petition's life: from where it may start, and what becomes of the row. */
export interface StatusChange {
  /** As the record calls it. */
  verb: string
  from: PetitionStatus[]
  set: Prisma.Sql
  /** What else must hold, beside the status. */
  where?: Prisma.Sql
  /** Why it is refused where that does not hold. */
  otherwise?: 'text_missing' | 'time_over' | 'day_invalid'
  detail?: Record<string, string>
}

/**
 * Makes one step and records it, in one transaction.
 * @param seen the status that the person saw: if it is another by now, nothing is done and they are told
 */
export function changeStatus(by: Staff, change: StatusChange, id: string, seen: string, now: Date) {
  return db().$transaction((tx) => changeStatusIn(tx, by, change, id, seen, now))
}

/** The same as part of a transaction that does more. */
export function changeStatusIn(
  tx: Prisma.TransactionClient,
  by: Staff,
  change: StatusChange,
  id: string,
  seen: string,
  now: Date,
): Promise<StatusResult> {
  authorise(by, 'petition.write')
  return step(tx, by, change, id, seen, now)
}

/** A step that staff planned: made by the server, without a person. */
export function changeStatusAsPlanned(change: StatusChange, id: string, from: PetitionStatus, now: Date) {
  return db().$transaction((tx) => step(tx, null, change, id, from, now))
}

async function step(
  tx: Prisma.TransactionClient,
  by: Staff | null,
  { verb, from, set, where = Prisma.sql`true`, otherwise, detail }: StatusChange,
  id: string,
  seen: string,
  now: Date,
): Promise<StatusResult> {
  const [row] = await tx.$queryRaw<{ status: PetitionStatus }[]>`
    UPDATE petition p SET ${set}, updated_at = ${now}
    WHERE p.id = ${id}::uuid AND p.status::text = ${seen} AND p.status = ANY(${from}::petition_status[])
      AND p.removed_at IS NULL AND (${where})
    RETURNING p.status::text AS status`
  if (!row) return { ok: false, reason: (await isStill(tx, id, seen, from)) && otherwise ? otherwise : 'changed' }
  const told = { before: seen, after: row.status, ...detail }
  await record(tx, { by, verb: `petition.${verb}`, subject: `petition:${id}`, detail: told }, now)
  return { ok: true, status: row.status }
}

async function isStill(tx: Prisma.TransactionClient, id: string, seen: string, from: PetitionStatus[]) {
  const row = await tx.petition.findUnique({ where: { id, removedAt: null } })
  return row !== null && row.status === seen && from.includes(row.status)
}
