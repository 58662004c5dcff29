import type { Staff } from '@/lib/staff/staff'
import { type ChangeResult, changeState } from './change-state'
import { holdChange } from './changes'

/** Sets a signature aside; its signer reads that it is being checked. */
export function hold(by: Staff, key: string, seen: string, note: string, now: Date): Promise<ChangeResult> {
  return changeState(by, holdChange, key, seen, { note }, now)
}
