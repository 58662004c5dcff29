/**
 * Runs `work` on each item in turn. A failure does not stop the others.
 * @returns the sum of the results
 * @throws the first failure, after all have run
 */
export async function forEachSettled<T>(things: T[], work: (thing: T) => Promise<number>): Promise<number> {
  let sum = 0
  const failures: unknown[] = []
  for (const thing of things) {
    try {
      sum += await work(thing)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return sum
}
