import { type Which, whichRows } from '@/lib/exports/which-rows'
import type { Prisma } from '@/prisma/generated/client'

/** Who is named at a moment: how many, and a number that differs once anybody of them has changed, left or come. */
export interface Standing {
  names: number
  content: string
}

/**
 * Which signatures the names of a delivery are of: those that are counted in the first entries of the ledger, and whose
 * signers chose that a name is shown.
 * @param entries the size of the pack's checkpoint
 */
export function namedSignatures(petitionId: string, entries: number, madeAt: Date): Which {
  return { filter: { petition: petitionId }, columns: ['name'], askedAt: madeAt, namedAmong: entries }
}

/** Who is named now. Nobody can come to a file that was made: it is of a time and of a size of the ledger. */
export async function standing(tx: Pick<Prisma.TransactionClient, '$queryRaw'>, which: Which): Promise<Standing> {
  const [row] = await tx.$queryRaw<Standing[]>`
    SELECT count(*)::int AS names,
      coalesce(sum(hashtextextended(encode(s.sealed, 'hex') || s.display::text, 0)), 0)::text AS content
    FROM signature s WHERE ${whichRows(which)}`
  if (!row) throw new Error('an aggregate has one row')
  return row
}

/** Whether everybody who was named still is, in the same way. */
export function isSame(a: Standing, b: { names: number | null; content: string | null }): boolean {
  return a.names === b.names && a.content === b.content
}
