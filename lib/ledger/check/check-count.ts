import { setTimeout as sleep } from 'node:timers/promises'
import type { Checkpoint } from '@/lib/ledger/log/checkpoint'
import { Fault } from './fault'
import type { Follower } from './follow-ledger'
import type { LedgerSource } from './ledger-source'

const SECOND = 1_000

/**
 * The site's count must equal the sum of the ledger. Both grow meanwhile: if they differ, the ledger is followed to its
 * next checkpoint and the count is fetched again.
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
