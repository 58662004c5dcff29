import type { ListedState } from '@/lib/signatures/states'
import type { DemoPerson } from './demo-person'

/** The state that a signature reached. */
export interface Life {
  state: ListedState
  /** Has a leaf in the ledger, which is taken back where the state is removed or withdrawn. */
  counted: boolean
  appealed: boolean
}

const WEEK = 7 * 86_400_000

/** Every state, in the proportions of a busy petition. */
export function demoLife({ suspicious }: DemoPerson, receivedAt: Date, now: Date, random: () => number): Life {
  const chance = random()
  if (suspicious) {
    if (chance < 0.5) return { state: 'held', counted: false, appealed: random() < 0.3 }
    return { state: chance < 0.8 ? 'removed' : 'counted', counted: chance >= 0.8, appealed: chance < 0.55 }
  }
  // Older ones that were not confirmed are deleted.
  const fresh = now.getTime() - receivedAt.getTime() < WEEK * 0.95
  if (fresh && chance < 0.12) return { state: 'pending', counted: false, appealed: false }
  if (chance < 0.975) return { state: 'counted', counted: true, appealed: false }
  if (chance < 0.984) return { state: 'withdrawn', counted: random() < 0.7, appealed: false }
  if (chance < 0.994) return { state: 'removed', counted: random() < 0.6, appealed: random() < 0.05 }
  if (chance < 0.998) return { state: 'held', counted: true, appealed: random() < 0.1 }
  return { state: 'held', counted: false, appealed: random() < 0.2 }
}
