import { db } from '@/lib/db'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

export type DraftResult = { ok: true; version: number } | { ok: false; reason: 'draft_exists' | 'changed' }

/** Begins the next version of the statement: a copy of the newest, in all languages, that nobody outside sees. */
export async function draftStatement(by: Staff, now: Date): Promise<DraftResult> {
  authorise(by, 'coalition.write')
  return db().$transaction(async (tx): Promise<DraftResult> => {
    // Two who begin at once: one of them.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('statement draft', 0))`
    const last = await tx.statement.findFirst({
      orderBy: { version: 'desc' },
      include: { texts: true, clauses: { include: { texts: true } }, sources: true },
    })
    if (!last) return { ok: false, reason: 'changed' }
    if (!last.publishedAt) return { ok: false, reason: 'draft_exists' }
    const version = last.version + 1
    await tx.statement.create({
      data: {
        version,
        // What was put together by the editors stays so, until somebody says that the coalition adopted it.
        ...(last.summarizedOn ? { summarizedOn: now } : { adoptedOn: now, adoptedPrecision: 'day' }),
        sources: { connect: last.sources.map(({ key }) => ({ key })) },
      },
    })
    await tx.statementText.createMany({ data: last.texts.map((text) => ({ ...text, version })) })
    await tx.statementClause.createMany({
      data: last.clauses.map(({ texts: _, ...clause }) => ({ ...clause, version })),
    })
    const words = last.clauses.flatMap(({ texts }) => texts.map((text) => ({ ...text, version })))
    await tx.clauseText.createMany({ data: words })
    await audit(tx, { by, verb: 'statement.draft', subject: `statement:${version}` }, now)
    return { ok: true, version }
  })
}

export type StatementStep = { ok: true } | { ok: false; reason: 'changed' }

/** Throws a draft away. Nothing that was published goes. */
export async function discardStatement(by: Staff, version: number, now: Date): Promise<StatementStep> {
  authorise(by, 'coalition.write')
  return db().$transaction(async (tx): Promise<StatementStep> => {
    const { count } = await tx.statement.deleteMany({ where: { version, publishedAt: null } })
    if (count === 0) return { ok: false, reason: 'changed' }
    await audit(tx, { by, verb: 'statement.discard', subject: `statement:${version}` }, now)
    return { ok: true }
  })
}
