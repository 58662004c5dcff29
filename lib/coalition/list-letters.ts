import { db } from '@/lib/db'
import { type LetterView, letterView } from './letter-view'

/** All published letters with the number of their co-signers; open ones first, then the newest. */
export async function listLetters(locale: string): Promise<(LetterView & { signers: number })[]> {
  const rows = await db().letter.findMany({
    where: { status: { not: 'draft' } },
    include: { texts: true, _count: { select: { coSignatures: { where: { state: 'approved' } } } } },
    orderBy: [{ status: 'asc' }, { datedOn: 'desc' }, { slug: 'asc' }],
  })
  return rows.flatMap((row) => {
    const view = letterView(row, locale)
    return view ? { ...view, signers: row._count.coSignatures } : []
  })
}
