import { dailyTotals } from './growth'

/** The smallest number that is worth a line: below it, a day would tell about few people. */
const FIRST = 100

/**
 * The days (UTC) on which the count first reached 100, 500, 1,000, 5,000 and so on, as the public chart shows them.
 * @returns in their order
 */
export async function listMilestones(petitionId: string): Promise<{ count: number; at: Date }[]> {
  const reached: { count: number; at: Date }[] = []
  let next = FIRST
  for (const { at, total } of await dailyTotals(petitionId))
    for (; total >= next; next = after(next)) reached.push({ count: next, at })
  return reached
}

/** 100, 500, 1,000, 5,000, … */
function after(step: number): number {
  return Math.log10(step) % 1 === 0 ? step * 5 : step * 2
}
