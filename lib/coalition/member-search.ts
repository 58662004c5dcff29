import { fold } from '@/lib/text/fold'

interface Named {
  name: string | null
  affiliation: string | null
}

/** What a member is found by: its name, affiliation and short names, in all languages it has them in, folded. */
export function memberSearch(member: Named & { aliases: string[] }, texts: Named[]): string {
  const named = [member, ...texts].flatMap(({ name, affiliation }) => [name, affiliation])
  return fold([...named, ...member.aliases].filter((text) => text !== null).join(' '))
}
