import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { Prisma } from '@/prisma/generated/client'

/** What a form of the desk holds of a row, by field. */
export type Values = Record<string, string>

/** What is wrong, by field; `form: ['changed']` where somebody else has changed the row since it was looked at. */
export type SaveResult =
  /** `approval`: of the second person who is asked; none where it is saved. */
  { ok: true; id: string; approval?: string } | { ok: false; errors: Record<string, string[]> }

export interface RowChange {
  /** Name in the record, such as `member.save`. */
  verb: string
  subject: string
  /** The stamp of the values that were looked at. */
  seen: string
  /** Locks the row and reads its values; null where it is gone. */
  values: (tx: Prisma.TransactionClient) => Promise<Values | null>
  /** May refuse, with what is wrong by field: then nothing is written. */
  write: (tx: Prisma.TransactionClient) => Promise<Record<string, string[]> | null>
}

/** Tells whether values are still those that somebody looked at. */
export function versionOf(values: Values): string {
  const entries = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 24)
}

/** Changes a row of the coalition's, if it still is what was looked at, and records which fields changed. */
export async function changeRow(by: Staff, id: string, change: RowChange, now: Date): Promise<SaveResult> {
  authorise(by, 'coalition.write')
  return db().$transaction(async (tx): Promise<SaveResult> => {
    const errors = await changeRowIn(tx, by, change, now)
    return errors ? { ok: false, errors } : { ok: true, id }
  })
}

/**
 * The same as part of a transaction.
 * @returns what is wrong, by field; then nothing was written
 */
export async function changeRowIn(
  tx: Prisma.TransactionClient,
  by: Staff | null,
  change: RowChange,
  now: Date,
): Promise<Record<string, string[]> | null> {
  const before = await change.values(tx)
  if (!before) return { form: ['unknown'] }
  if (versionOf(before) !== change.seen) return { form: ['changed'] }
  const errors = await change.write(tx)
  if (errors) return errors
  const after = (await change.values(tx)) ?? {}
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name] !== after[name],
  )
  if (changed.length === 0) return null
  // Names of fields only: a member may be a person.
  const detail = { changed: changed.sort().join(' ') }
  await audit(tx, { by, verb: change.verb, subject: change.subject, detail }, now)
  return null
}
