import { setTimeout as sleep } from 'node:timers/promises'
import type { Staff } from '@/lib/staff/staff'
import { isCounting } from './find-bulk-action'

/** In ms: most rules are counted within a moment; the page then shows the number at once. */
const PATIENCE = 3_000

/** Waits a moment for the worker to count the signatures of a rule. */
export async function untilCounted(by: Staff, id: string): Promise<void> {
  const end = Date.now() + PATIENCE
  while (Date.now() < end && (await isCounting(by, id))) await sleep(200)
}
