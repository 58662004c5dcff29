import { setTimeout as sleep } from 'node:timers/promises'
import type { Staff } from '@/lib/staff/staff'
import { isCounting } from './find-bulk-action'

/** How long a page waits for the count, in ms; most rules are counted sooner. */
const PATIENCE = 3_000

/** Waits briefly for the worker to count the signatures of a rule. */
export async function untilCounted(by: Staff, id: string): Promise<void> {
  const end = Date.now() + PATIENCE
  while (Date.now() < end && (await isCounting(by, id))) await sleep(200)
}
