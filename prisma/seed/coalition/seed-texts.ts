import type { Prisma } from '@/prisma/generated/client'
import type { Text } from './read-content'

/** Adds the texts of one language where rows are missing. */
export async function seedTexts(tx: Prisma.TransactionClient, locale: string, text: Text, now: Date): Promise<void> {
  const statements = await tx.statement.findMany({ include: { clauses: true } })
  await tx.statementText.createMany({
    data: statements.flatMap(({ version }) => {
      const words = text.statements[version]
      return words ? [{ version, locale, ...words }] : []
    }),
    skipDuplicates: true,
  })
  await tx.clauseText.createMany({
    data: statements.flatMap(({ clauses }) =>
      clauses.flatMap(({ version, anchor }) => {
        const [title, body] = text.clauses[`${version}/${anchor}`] ?? text.clauses[anchor] ?? []
        return title && body ? [{ version, anchor, locale, title, body }] : []
      }),
    ),
    skipDuplicates: true,
  })
  const activities = await tx.activity.findMany({ select: { id: true, slug: true } })
  await tx.activityText.createMany({
    data: activities.flatMap(({ id, slug }) => {
      const words = text.activities[slug]
      return words ? [{ activityId: id, locale, ...words }] : []
    }),
    skipDuplicates: true,
  })
  const letters = await tx.letter.findMany({ select: { id: true, slug: true } })
  await tx.letterText.createMany({
    data: letters.flatMap(({ id, slug }) => {
      const words = text.letters[slug]
      return words ? [{ letterId: id, locale, version: 1, ...words, publishedAt: now }] : []
    }),
    skipDuplicates: true,
  })
  await tx.siteText.createMany({
    data: Object.entries(text.site).map(([key, words]) => ({ key, locale, version: 1, words, publishedAt: now })),
    skipDuplicates: true,
  })
}
