import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'

/** A member of the coalition, with this code in its links. */
export async function aMember(slug: string, leftOn: Date | null = null): Promise<void> {
  const listed = { listedOn: new Date('2011-09-08'), listedPrecision: 'day' } as const
  await db().member.create({
    data: { id: randomUUID(), slug, kind: 'organization', name: slug, search: slug, leftOn, ...listed },
  })
}
