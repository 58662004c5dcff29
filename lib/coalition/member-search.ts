import { fold } from '@/lib/text/fold'

interface Named {
  name: string | null
  affiliation: string | null
}

/** A member's search text: its name, affiliation and short names in all its languages, folded. */
export function memberSearch(member: Named & { aliases: string[] }, texts: Named[]): string {
  const named = [member, ...texts].flatMap(({ name, affiliation }) => [name, affiliation])
  return fold([...named, ...member.aliases].filter((text) => text !== null).join(' '))
}
