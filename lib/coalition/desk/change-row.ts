import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import { record } from '@/lib/staff/audit/record'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { Prisma } from '@/prisma/generated/client'

/** What a form of the desk holds of a row, by field. */
export type Values = Record<string, string>

/** What is wrong, by field; `form: ['changed']` where somebody else has changed the row since it was looked at. */
export type SaveResult = { ok: true; id: string } | { ok: false; errors: Record<string, string[]> }

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
export function stampOf(values: Values): string {
  const entries = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 24)
}

/** Changes a row of the coalition's, if it still is what was looked at, and records which fields changed. */
export async function changeRow(by: Staff, id: string, change: RowChange, now: Date): Promise<SaveResult> {
  authorise(by, 'coalition.write')
  return db().$transaction(async (tx): Promise<SaveResult> => {
    const before = await change.values(tx)
    if (!before) return { ok: false, errors: { form: ['unknown'] } }
    if (stampOf(before) !== change.seen) return { ok: false, errors: { form: ['changed'] } }
    const errors = await change.write(tx)
    if (errors) return { ok: false, errors }
    const after = (await change.values(tx)) ?? {}
    const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (name) => before[name] !== after[name],
    )
    if (changed.length === 0) return { ok: true, id }
    // Names of fields only: a member may be a person.
    const detail = { changed: changed.sort().join(' ') }
    await record(tx, { by, verb: change.verb, subject: change.subject, detail }, now)
    return { ok: true, id }
  })
}
