import { lockRow } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'
import type { TextOwner } from './entity'

/**
 * A version of the coalition's statement, by its number: the texts around its clauses. It has no form. Its drafts,
 * clauses and publication are in lib/coalition/admin.
 */
export const statement: TextOwner = {
  name: 'statement',
  lock: lockStatement,
  texts: {
    fields: [
      { name: 'title', label: 'Title', rows: 1, longest: 200 },
      { name: 'lead', label: 'Lead', rows: 3, longest: 1_000 },
      { name: 'changes', label: 'What changed from the version before', rows: 3, longest: 1_000 },
    ],
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
      const text = { title: title ?? '', lead: lead ?? '', changes: changes ?? '' }
      await tx.statementText.upsert({ where, create: { version, locale, ...text }, update: text })
    },
  },
}

/** A clause, by the version, a dot and its anchor. */
export const clause: TextOwner = {
  name: 'clause',
  async lock(tx, key) {
    const { version, anchor } = clauseKey(key)
    if (!(await lockStatement(tx, String(version)))) return null
    const found = await tx.statementClause.findUnique({ where: { version_anchor: { version, anchor } } })
    return found?.anchor ?? null
  },
  texts: {
    fields: [
      { name: 'title', label: 'Title', rows: 1, longest: 200 },
      { name: 'body', label: 'Clause (Markdown)', rows: 6, longest: 5_000 },
    ],
    read(tx, key, locale) {
      const where = { version_anchor_locale: { ...clauseKey(key), locale } }
      return tx.clauseText.findUnique({ where, select: { title: true, body: true } })
    },
    fixed: (tx, key, locale) => isAdopted(tx, clauseKey(key).version, locale),
    isPublic: (tx, key) => isPublished(tx, clauseKey(key).version),
    async write(tx, key, locale, { title, body }) {
      const where = { version_anchor_locale: { ...clauseKey(key), locale } }
      const text = { title: title ?? '', body: body ?? '' }
      await tx.clauseText.upsert({ where, create: { ...clauseKey(key), locale, ...text }, update: text })
    },
  },
}

async function lockStatement(tx: Prisma.TransactionClient, key: string): Promise<string | null> {
  return /^\d{1,4}$/.test(key) && (await lockRow(tx, 'statement', Number(key))) ? `version ${Number(key)}` : null
}

/** The adopted English text stays as it is; a change is a new version. Its translations can be corrected. */
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
