import { setTimeout as sleep } from 'node:timers/promises'
import type { Checkpoint } from '@/lib/ledger/log/checkpoint'
import { Fault } from './fault'
import type { Follower } from './follow-ledger'
import type { LedgerSource } from './ledger-source'

const SECOND = 1_000

/**
 * The count that the site shows must be what the ledger adds up to. Both grow while one looks: where they differ,
 * the ledger is followed to its next head and the count is asked again.
 * @param patience in seconds: caches keep either figure for a while
 * @returns the count, or null for a folder, which has none
 */
export async function checkCount(
  source: LedgerSource,
  follower: Follower,
  nextHead: () => Promise<Checkpoint>,
  patience: number,
): Promise<number | null> {
  if (!source.countUrl) return null
  for (let attempt = 1; ; attempt += 1) {
    const count = await shownCount(source.countUrl)
    const { net } = follower.result()
    if (count === null || count === net) return count
    if (attempt > patience) throw new Fault('count_differs', `the site shows ${count}, its ledger adds up to ${net}`)
    await sleep(SECOND)
    await follower.follow(source, await nextHead())
  }
}

async function shownCount(url: string): Promise<number | null> {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000), headers: { accept: 'application/json' } })
  if (!response.ok) return null
  const { count } = (await response.json()) as { count?: unknown }
  return typeof count === 'number' ? count : null
}
