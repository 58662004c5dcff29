import { db } from '@/lib/db'
import type { CoSignatureState } from '@/prisma/generated/enums'

/** How a member stands at letters, by their slugs; those that it has nothing to do with are left out. */
export async function memberLetterStates(memberId: string): Promise<Map<string, CoSignatureState>> {
  const rows = await db().coSignature.findMany({
    where: { memberId },
    select: { state: true, letter: { select: { slug: true } } },
    orderBy: { createdAt: 'asc' },
  })
  return new Map(rows.map(({ state, letter }) => [letter.slug, state]))
}

/** Whether one that stands so at a letter can still sign it: not yet invited, not yet signed, or withdrawn. */
export function canSign(state: CoSignatureState | undefined): boolean {
  return state === undefined || state === 'invited' || state === 'withdrawn'
}
