import { randomUUID } from 'node:crypto'
import { db, pool } from '@/lib/db'
import { askApproval } from '@/lib/staff/approvals/ask-approval'
import { record } from '@/lib/staff/audit/record'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { ExportOrder } from './order'
import { type Which, whichRows } from './which-rows'

/**
 * Writes down what is asked for and counts it. Where it shows who signed, a second person is asked.
 * @returns the export; `approval` of the second person, null where one is enough
 */
export async function askExport(
  by: Staff,
  { filter, columns, format, recipient, reason }: ExportOrder,
  now: Date,
): Promise<{ id: string; approval: string | null }> {
  authorise(by, recipient ? 'export.personal' : 'export.ask')
  const { petition: petitionId, ...parts } = filter
  const rows = await countRows({ filter, columns, askedAt: now })
  const id = randomUUID()
  const seen = { columns: columns.join(', '), format, rows: String(rows), ...texts(parts) }
  return db().$transaction(async (tx) => {
    const { slug } = await tx.petition.findUniqueOrThrow({ where: { id: petitionId }, select: { slug: true } })
    await tx.dataExport.create({
      data: {
        id,
        petitionId,
        filter: JSON.stringify(texts(parts)),
        columns,
        format,
        recipient,
        reason,
        rows,
        askedBy: by.id,
        askedAt: now,
      },
    })
    const subject = `export:${id}`
    const detail = { petition: slug, ...seen, ...(recipient ? { recipient } : {}) }
    if (recipient)
      return { id, approval: await askApproval(tx, by, { verb: 'export.personal', subject, detail, reason }, now) }
    await record(tx, { by, verb: 'export.ask', subject, detail: { ...detail, reason } }, now)
    return { id, approval: null }
  })
}

/** How many signatures a file would hold now. */
export async function countRows(which: Which): Promise<number> {
  const where = whichRows(which)
  const { rows } = await pool().query<{ n: number }>(
    `SELECT count(*)::int AS n FROM signature s WHERE ${where.text}`,
    where.values,
  )
  return rows[0]?.n ?? 0
}

/** As the address of a list has them: what reads them again gets the same filter. */
function texts(parts: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, value instanceof Date ? value.toISOString().slice(0, 19) : String(value)]),
  )
}
