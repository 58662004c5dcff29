import { z } from 'zod'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'
import { ClausePart } from '@/prisma/generated/enums'
import type { SaveResult } from '../entities/apply-change'
import { slugField } from '../entities/fields'
import type { StatementStep } from './draft-statement'
import { clauseVersion } from './words-version'

/** A new clause: its anchor within the page, and the part it belongs to. */
export const clauseForm = z.object({ anchor: slugField, part: z.enum(ClausePart, 'unknown') })

/** Adds a clause at the end of its part, in a draft. */
export function addClause(
  by: Staff,
  version: number,
  { anchor, part }: z.output<typeof clauseForm>,
  now: Date,
): Promise<SaveResult> {
  return staffWrite(by, 'coalition.write', now, async ({ tx, log }): Promise<SaveResult> => {
    if (!(await lockDraft(tx, version))) return { ok: false, errors: { form: ['changed'] } }
    const last = await tx.statementClause.aggregate({ where: { version }, _max: { position: true } })
    const position = (last._max.position ?? -1) + 1
    const { count } = await tx.statementClause.createMany({
      data: { version, anchor, part, position },
      skipDuplicates: true,
    })
    if (count === 0) return { ok: false, errors: { anchor: ['taken'] } }
    const subject = `clause:${version}.${anchor}`
    log('clause.add', subject, { part })
    return { ok: true, id: `${version}.${anchor}` }
  })
}

/**
 * Removes a clause from a draft. It stays in earlier versions.
 * @param seen its `words` as the page showed them: what a colleague has written since is not deleted unseen
 */
export function removeClause(
  by: Staff,
  version: number,
  anchor: string,
  expectedVersion: string,
  now: Date,
): Promise<StatementStep> {
  return staffWrite<StatementStep>(by, 'coalition.write', now, async ({ tx, log }) => {
    if (!(await lockDraft(tx, version))) return { ok: false, reason: 'changed' }
    const where = { version_anchor: { version, anchor } }
    const clause = await tx.statementClause.findUnique({ where, include: { texts: true } })
    if (!clause || clauseVersion(clause) !== expectedVersion) return { ok: false, reason: 'changed' }
    await tx.statementClause.delete({ where })
    log('clause.remove', `clause:${version}.${anchor}`)
    return { ok: true }
  })
}

/**
 * Moves a clause of a draft before another of its part.
 * @param above the clause directly before it when the page was rendered: a second press does not move it again
 */
export function moveClause(
  by: Staff,
  version: number,
  anchor: string,
  above: string,
  now: Date,
): Promise<StatementStep> {
  return staffWrite<StatementStep>(by, 'coalition.write', now, async ({ tx, log }) => {
    if (!(await lockDraft(tx, version))) return { ok: false, reason: 'changed' }
    const clauses = await tx.statementClause.findMany({ where: { version }, orderBy: { position: 'asc' } })
    const clause = clauses.find((one) => one.anchor === anchor)
    const before = clauses.filter((one) => clause && one.part === clause.part && one.position < clause.position).at(-1)
    if (!clause || before?.anchor !== above) return { ok: false, reason: 'changed' }
    const put = (which: string, position: number) =>
      tx.statementClause.update({ where: { version_anchor: { version, anchor: which } }, data: { position } })
    // The position is unique, also between two statements.
    await put(anchor, -1)
    await put(above, clause.position)
    await put(anchor, before.position)
    log('clause.move', `clause:${version}.${anchor}`, { above })
    return { ok: true }
  })
}

async function lockDraft(tx: Prisma.TransactionClient, version: number): Promise<boolean> {
  await lockRow(tx, 'statement', version)
  return (await tx.statement.count({ where: { version, publishedAt: null } })) === 1
}
