import { z } from 'zod'
import { db } from '@/lib/db'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { Prisma } from '@/prisma/generated/client'
import { ClausePart } from '@/prisma/generated/enums'
import type { SaveResult } from './change-row'
import type { StatementStep } from './draft-statement'
import { slugField } from './fields'

/** A new clause: its address within the page, and the part it belongs to. */
export const clauseForm = z.object({ anchor: slugField, part: z.enum(ClausePart, 'unknown') })

/** Adds a clause at the end of its part, in a draft. */
export async function addClause(
  by: Staff,
  version: number,
  { anchor, part }: z.output<typeof clauseForm>,
  now: Date,
): Promise<SaveResult> {
  authorise(by, 'coalition.write')
  return db().$transaction(async (tx): Promise<SaveResult> => {
    if (!(await lockDraft(tx, version))) return { ok: false, errors: { form: ['changed'] } }
    const last = await tx.statementClause.aggregate({ where: { version }, _max: { position: true } })
    const position = (last._max.position ?? -1) + 1
    const { count } = await tx.statementClause.createMany({
      data: { version, anchor, part, position },
      skipDuplicates: true,
    })
    if (count === 0) return { ok: false, errors: { anchor: ['taken'] } }
    const subject = `clause:${version}.${anchor}`
    await audit(tx, { by, verb: 'clause.add', subject, detail: { part } }, now)
    return { ok: true, id: `${version}.${anchor}` }
  })
}

/** Takes a clause out of a draft. It stays in the versions before. */
export async function removeClause(by: Staff, version: number, anchor: string, now: Date): Promise<StatementStep> {
  authorise(by, 'coalition.write')
  return db().$transaction(async (tx): Promise<StatementStep> => {
    if (!(await lockDraft(tx, version))) return { ok: false, reason: 'changed' }
    const { count } = await tx.statementClause.deleteMany({ where: { version, anchor } })
    if (count === 0) return { ok: false, reason: 'changed' }
    await audit(tx, { by, verb: 'clause.remove', subject: `clause:${version}.${anchor}` }, now)
    return { ok: true }
  })
}

/**
 * Puts a clause of a draft before another of its part.
 * @param above the clause that stood directly before it when the page was made: pressing twice moves it once
 */
export async function moveClause(
  by: Staff,
  version: number,
  anchor: string,
  above: string,
  now: Date,
): Promise<StatementStep> {
  authorise(by, 'coalition.write')
  return db().$transaction(async (tx): Promise<StatementStep> => {
    if (!(await lockDraft(tx, version))) return { ok: false, reason: 'changed' }
    const clauses = await tx.statementClause.findMany({ where: { version }, orderBy: { position: 'asc' } })
    const clause = clauses.find((one) => one.anchor === anchor)
    const before = clauses.filter((one) => clause && one.part === clause.part && one.position < clause.position).at(-1)
    if (!clause || before?.anchor !== above) return { ok: false, reason: 'changed' }
    const put = (which: string, position: number) =>
      tx.statementClause.update({ where: { version_anchor: { version, anchor: which } }, data: { position } })
    // No two stand in one place, not even between two statements.
    await put(anchor, -1)
    await put(above, clause.position)
    await put(anchor, before.position)
    await audit(tx, { by, verb: 'clause.move', subject: `clause:${version}.${anchor}`, detail: { above } }, now)
    return { ok: true }
  })
}

async function lockDraft(tx: Prisma.TransactionClient, version: number): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM statement WHERE version = ${version} FOR UPDATE`
  return (await tx.statement.count({ where: { version, publishedAt: null } })) === 1
}
