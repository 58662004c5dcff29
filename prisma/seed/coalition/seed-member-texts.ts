import { memberSearch } from '@/lib/coalition/member-search'
import type { Prisma } from '@/prisma/generated/client'
import type { Text } from './read-content'

/** Adds the names of members in other scripts where rows are missing, and adds them to the search index. */
export async function seedMemberTexts(tx: Prisma.TransactionClient, texts: Record<string, Text>): Promise<void> {
  const members = await tx.member.findMany({ select: { id: true, slug: true } })
  const { count } = await tx.memberText.createMany({
    data: Object.entries(texts).flatMap(([locale, text]) =>
      members.flatMap(({ id, slug }) => {
        const named = text.members[slug]
        return named ? [{ memberId: id, locale, ...named }] : []
      }),
    ),
    skipDuplicates: true,
  })
  if (count === 0) return
  for (const member of await tx.member.findMany({ where: { texts: { some: {} } }, include: { texts: true } })) {
    const search = memberSearch(member, member.texts)
    if (search !== member.search) await tx.member.update({ where: { id: member.id }, data: { search } })
  }
}
