import type { Prisma } from '@/prisma/generated/client'
import type { TextKind } from './text-kind'

/** The words around the clauses of one version of the statement. Its key is the version. */
export const statementTexts: TextKind = {
  fields: [
    { name: 'title', label: 'Title', rows: 1, longest: 200 },
    { name: 'lead', label: 'Lead', rows: 3, longest: 1_000 },
    { name: 'changes', label: 'What changed from the version before', rows: 3, longest: 1_000 },
  ],
  lock: (tx, key) => lockStatement(tx, key),
  read: (tx, key, locale) =>
    tx.statementText.findUnique({
      where: { version_locale: { version: Number(key), locale } },
      select: { title: true, lead: true, changes: true },
    }),
  fixed: (tx, key, locale) => isAdopted(tx, Number(key), locale),
  isPublic: (tx, key) => isPublished(tx, Number(key)),
  async write(tx, key, locale, { title, lead, changes }) {
    const version = Number(key)
    const where = { version_locale: { version, locale } }
    const words = { title: title ?? '', lead: lead ?? '', changes: changes ?? '' }
    await tx.statementText.upsert({ where, create: { version, locale, ...words }, update: words })
  },
}

/** A clause. Its key is the version, a dot and the anchor. */
export const clauseTexts: TextKind = {
  fields: [
    { name: 'title', label: 'Title', rows: 1, longest: 200 },
    { name: 'body', label: 'Clause (Markdown)', rows: 6, longest: 5_000 },
  ],
  async lock(tx, key) {
    const { version, anchor } = clauseKey(key)
    if (!(await lockStatement(tx, String(version)))) return null
    const clause = await tx.statementClause.findUnique({ where: { version_anchor: { version, anchor } } })
    return clause?.anchor ?? null
  },
  read(tx, key, locale) {
    const where = { version_anchor_locale: { ...clauseKey(key), locale } }
    return tx.clauseText.findUnique({ where, select: { title: true, body: true } })
  },
  fixed: (tx, key, locale) => isAdopted(tx, clauseKey(key).version, locale),
  isPublic: (tx, key) => isPublished(tx, clauseKey(key).version),
  async write(tx, key, locale, { title, body }) {
    const where = { version_anchor_locale: { ...clauseKey(key), locale } }
    const words = { title: title ?? '', body: body ?? '' }
    await tx.clauseText.upsert({ where, create: { ...clauseKey(key), locale, ...words }, update: words })
  },
}

async function lockStatement(tx: Prisma.TransactionClient, key: string): Promise<string | null> {
  if (!/^\d{1,4}$/.test(key)) return null
  const version = Number(key)
  await tx.$queryRaw`SELECT 1 FROM statement WHERE version = ${version} FOR UPDATE`
  const found = await tx.statement.findUnique({ where: { version }, select: { version: true } })
  return found && `version ${found.version}`
}

/** What was adopted in English stays as it was adopted; a change is a new version. Translations can be mended. */
async function isAdopted(tx: Prisma.TransactionClient, version: number, locale: string): Promise<boolean> {
  return locale === 'en' && isPublished(tx, version)
}

async function isPublished(tx: Prisma.TransactionClient, version: number): Promise<boolean> {
  return (await tx.statement.count({ where: { version, publishedAt: { not: null } } })) > 0
}

function clauseKey(key: string): { version: number; anchor: string } {
  const [version = '', anchor = ''] = key.split('.')
  return { version: /^\d{1,4}$/.test(version) ? Number(version) : -1, anchor }
}
