import { dailyTotals } from './growth'

/** The smallest number that is worth a line: below it, a day would tell about few people. */
const FIRST = 100

/**
 * The days (UTC) on which the count first reached 100, 500, 1,000, 5,000 and so on, as the public chart shows them.
 * @returns in their order
 */
export async function listMilestones(petitionId: string): Promise<{ count: number; at: Date }[]> {
  const reached: { count: number; at: Date }[] = []
  let step = FIRST
  for (const { at, total } of await dailyTotals(petitionId))
    for (; total >= step; step = next(step)) reached.push({ count: step, at })
  return reached
}

/** The milestones above one number, up to another. */
export function milestonesBetween(before: number, after: number): number[] {
  const steps: number[] = []
  for (let step = FIRST; step <= after; step = next(step)) if (step > before) steps.push(step)
  return steps
}

/** 100, 500, 1,000, 5,000, … */
function next(step: number): number {
  return Math.log10(step) % 1 === 0 ? step * 5 : step * 2
}
