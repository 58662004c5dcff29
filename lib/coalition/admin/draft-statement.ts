import { lockName } from '@/lib/locks'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'
import { statementVersion } from './words-version'

export type DraftResult = { ok: true; version: number } | { ok: false; reason: 'draft_exists' | 'changed' }

/** Begins the next version of the statement: a draft that copies the newest, in all languages. */
export function draftStatement(by: Staff, now: Date): Promise<DraftResult> {
  return staffWrite<DraftResult>(by, 'coalition.write', now, async ({ tx, log }) => {
    // Of two requests at once, one begins.
    await lockName(tx, 'statement draft')
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
        // A summary by the editors stays one, until staff say that the coalition adopted it.
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
    log('statement.draft', `statement:${version}`)
    return { ok: true, version }
  })
}

export type StatementStep = { ok: true } | { ok: false; reason: 'changed' }

/**
 * Deletes a draft. Published versions stay.
 * @param seen `words` of the draft as the page showed it: what a colleague has written since is not deleted unseen
 */
export function discardStatement(
  by: Staff,
  version: number,
  expectedVersion: string,
  now: Date,
): Promise<StatementStep> {
  return staffWrite<StatementStep>(by, 'coalition.write', now, async ({ tx, log }) => {
    await lockRow(tx, 'statement', version)
    const include = { texts: true, clauses: { include: { texts: true } } }
    const draft = await tx.statement.findUnique({ where: { version }, include })
    if (!draft || statementVersion(draft) !== expectedVersion) return { ok: false, reason: 'changed' }
    const { count } = await tx.statement.deleteMany({ where: { version, publishedAt: null } })
    if (count === 0) return { ok: false, reason: 'changed' }
    log('statement.discard', `statement:${version}`)
    return { ok: true }
  })
}

/** Sets a statement draft's author: the coalition adopted these words, or the site's editors summarised it. */
export function setStatementAuthor(
  by: Staff,
  version: number,
  author: 'coalition' | 'editors',
  now: Date,
): Promise<StatementStep> {
  const dates =
    author === 'coalition'
      ? { adoptedOn: now, adoptedPrecision: 'day' as const, summarizedOn: null }
      : { adoptedOn: null, adoptedPrecision: null, summarizedOn: now }
  return staffWrite<StatementStep>(by, 'coalition.write', now, async ({ tx, log }) => {
    const { count } = await tx.statement.updateMany({ where: { version, publishedAt: null }, data: dates })
    if (count === 0) return { ok: false, reason: 'changed' }
    log('statement.author', `statement:${version}`, { author })
    return { ok: true }
  })
}
