import { dataInventory } from './data-inventory'

/**
 * Deletes everything past its period, as the data inventory says. A purge that fails does not keep the others from
 * running.
 */
export async function runRetention(now: Date): Promise<void> {
  const jobs: ((now: Date) => Promise<unknown>)[] = dataInventory.flatMap(({ purges }) => [...purges])
  let failure: unknown
  for (const job of jobs) {
    await job(now).catch((error: unknown) => {
      failure ??= error
    })
  }
  if (failure) throw failure
}
