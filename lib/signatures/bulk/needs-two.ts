/** Removing more than so many takes two people; the database holds to it as well. */
export const MOST_ALONE = 100

/** Whether an act waits for a second person. */
export function needsTwo({ verb, total }: { verb: string; total: number }): boolean {
  return verb === 'remove' && total > MOST_ALONE
}
