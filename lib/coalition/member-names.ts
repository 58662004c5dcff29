import { fold } from '@/lib/text/fold'
import type { Prisma } from '@/prisma/generated/client'

/** Of the present members, by each of their folded names in any language. */
export async function memberNames(tx: Prisma.TransactionClient): Promise<Map<string, string>> {
  const select = { id: true, name: true, texts: { select: { name: true } } } as const
  const members = await tx.member.findMany({ where: { leftOn: null }, select })
  return new Map(
    members.flatMap(({ id, name, texts }) =>
      [name, ...texts.map((text) => text.name)].flatMap((one): [string, string][] => (one ? [[fold(one), id]] : [])),
    ),
  )
}

/** The folded names of some members. */
export function namesOfMembers(names: Map<string, string>, ids: (string | null)[]): string[] {
  return [...names].filter(([, id]) => ids.includes(id)).map(([name]) => name)
}
