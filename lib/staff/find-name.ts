import { db } from '@/lib/db'

/** The name that a person gave; null if none. */
export async function findName(id: string): Promise<string | null> {
  return (await db().user.findUnique({ where: { id }, select: { name: true } }))?.name ?? null
}
