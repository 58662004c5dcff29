/**
 * Does the same to one petition after the other. One that fails does not keep the others from their turn; then the
 * first failure is thrown.
 * @returns the sum
 */
export async function eachPetition<T>(petitions: T[], work: (petition: T) => Promise<number>): Promise<number> {
  let sum = 0
  const failures: unknown[] = []
  for (const petition of petitions) {
    try {
      sum += await work(petition)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return sum
}
