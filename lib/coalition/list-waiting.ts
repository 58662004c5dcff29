import { db } from '@/lib/db'

/** Co-signatures that wait for the staff's decision, the oldest first. */
export async function listWaiting(): Promise<{ id: string; organisation: string; letterSlug: string }[]> {
  const rows = await db().coSignature.findMany({
    where: { state: 'confirmed' },
    include: { letter: true },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(({ id, organisation, letter }) => ({ id, organisation, letterSlug: letter.slug }))
}
