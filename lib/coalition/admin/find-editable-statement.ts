import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { ClausePart } from '@/prisma/generated/enums'
import { isoDate } from '../partial-date'
import { textIn } from '../text-in'
import { clauseVersion, statementVersion } from './words-version'

export interface EditableStatement {
  version: number
  /** Empty if the coalition adopted no such text. */
  adopted: string
  /** Written by the site's editors, not adopted by the coalition in these words. */
  summary: boolean
  publishedAt: Date | null
  locales: string[]
  clauses: { anchor: string; part: ClausePart; title: string; locales: string[]; words: string }[]
  /** `statementVersion` of all its words; a clause's `words` are its own (`clauseVersion`). */
  words: string
  versions: { version: number; published: boolean }[]
}

/** A version of the statement, by default the newest, drafts included; null where there is none. */
export async function findEditableStatement(by: Staff, version: number | null): Promise<EditableStatement | null> {
  authorise(by, 'coalition.read')
  const [rows, row] = await Promise.all([
    db().statement.findMany({ select: { version: true, publishedAt: true }, orderBy: { version: 'desc' } }),
    db().statement.findFirst({
      where: version === null ? {} : { version },
      include: { texts: true, clauses: { include: { texts: true }, orderBy: { position: 'asc' } } },
      orderBy: { version: 'desc' },
    }),
  ])
  if (!row) return null
  return {
    version: row.version,
    adopted:
      row.adoptedOn && row.adoptedPrecision ? isoDate({ on: row.adoptedOn, precision: row.adoptedPrecision }) : '',
    summary: row.summarizedOn !== null,
    publishedAt: row.publishedAt,
    locales: row.texts.map(({ locale }) => locale),
    clauses: row.clauses.map(({ anchor, part, texts }) => ({
      anchor,
      part,
      title: textIn(texts, 'en')?.title ?? '',
      locales: texts.map(({ locale }) => locale),
      words: clauseVersion({ texts }),
    })),
    words: statementVersion(row),
    versions: rows.map(({ version, publishedAt }) => ({ version, published: publishedAt !== null })),
  }
}
