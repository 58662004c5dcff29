import { z } from 'zod'
import { countingKinds, retractReasons } from '@/lib/ledger/leaf-kinds'

/** The path of the count and its parts in a pack. */
export const COUNT_FILE = 'numbers/count.json'
/** The path of the count by week. */
export const WEEKS_FILE = 'numbers/by-week.csv'

/** The count of a pack: the ledger's sums under the checkpoint in the same pack. */
export const countSchema = z.object({
  count: z.int(),
  asOf: z.iso.datetime(),
  added: z.record(z.enum(countingKinds as [string, ...string[]]), z.int()),
  retracted: z.record(z.enum(retractReasons as [string, ...string[]]), z.int()),
  ledger: z.object({ origin: z.string(), size: z.int(), root: z.string() }),
})

export type PackCount = z.infer<typeof countSchema>

/** The count that the parts add up to. */
export function sumOf({ added, retracted }: Pick<PackCount, 'added' | 'retracted'>): number {
  const total = (parts: Record<string, number>) => Object.values(parts).reduce((sum, one) => sum + one, 0)
  return total(added) - total(retracted)
}
