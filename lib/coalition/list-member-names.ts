import { db } from '@/lib/db'

/** All members by name, those that left included: their links still bring signatures. */
export function listMemberNames(): Promise<{ slug: string; name: string }[]> {
  return db().member.findMany({ select: { slug: true, name: true }, orderBy: { name: 'asc' } })
}
