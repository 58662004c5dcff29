import { db } from '@/lib/db'
import { type MemberView, memberView, withMember } from './member-view'

/** All members and supporters: organisations first, each by name, the same order every time. */
export async function listMembers(locale: string): Promise<MemberView[]> {
  const rows = await db().member.findMany({ where: { leftOn: null }, include: withMember })
  return rows.map((row) => memberView(row, locale)).sort(byName(locale))
}

type Named = Pick<MemberView, 'kind' | 'name' | 'slug'>

/** The order of the list: organisations, then people, each by name. */
export function byName(locale: string): (a: Named, b: Named) => number {
  const { compare } = new Intl.Collator(locale, { ignorePunctuation: true })
  return (a, b) => rank(a) - rank(b) || compare(sortName(a), sortName(b)) || (a.slug < b.slug ? -1 : 1)
}

function rank({ kind }: Named): number {
  return kind === 'organization' ? 0 : 1
}

function sortName({ name }: Named): string {
  return name.replace(/^(The|Dr\.) /, '')
}
