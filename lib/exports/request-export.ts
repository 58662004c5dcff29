import { randomUUID } from 'node:crypto'
import { db, pool } from '@/lib/db'
import { countriesOf } from '@/lib/petitions/countries'
import { filterTexts } from '@/lib/signatures/admin/filter'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { ExportOrder } from './order'
import { type Which, whichRows } from './which-rows'

export type Asked =
  | { ok: true; id: string; approval: string | null }
  | { ok: false; reason: 'petition_missing' | 'country_alone' }

/**
 * Writes down what is asked for and counts it. Where it shows who signed, a second person is asked.
 * @returns the export; `approval` of the second person, null where one is enough. `country_alone`: by a country that the
 * public table does not name, only with a second person
 */
export async function requestExport(
  by: Staff,
  { filter, columns, format, recipient, reason }: ExportOrder,
  now: Date,
): Promise<Asked> {
  authorise(by, recipient ? 'export.personal' : 'export.ask')
  const { petition: petitionId, ...parts } = filter
  if (!recipient && parts.country) {
    const { rows } = await countriesOf(petitionId, now)
    if (!rows.some(({ country }) => country === parts.country)) return { ok: false, reason: 'country_alone' }
  }
  const rows = await countRows({ filter, columns, askedAt: now })
  const id = randomUUID()
  const seen = { columns: columns.join(', '), format, rows: String(rows), ...filterTexts(parts) }
  return db().$transaction(async (tx) => {
    const petition = await tx.petition.findUnique({ where: { id: petitionId }, select: { slug: true } })
    if (!petition) return { ok: false, reason: 'petition_missing' }
    const { slug } = petition
    await tx.dataExport.create({
      data: {
        id,
        petitionId,
        filter: JSON.stringify(filterTexts(parts)),
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
      return {
        ok: true,
        id,
        approval: await requestApproval(tx, by, { verb: 'export.personal', subject, detail, reason }, now),
      }
    await audit(tx, { by, verb: 'export.ask', subject, detail: { ...detail, reason } }, now)
    return { ok: true, id, approval: null }
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
