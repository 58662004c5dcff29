import type { Staff } from '@/lib/staff/staff'
import { type ChangeResult, changeState } from './change-state'
import { releaseChange } from './changes'

/** Takes a held signature back to where it was. */
export function release(by: Staff, key: string, seen: string, note: string, now: Date): Promise<ChangeResult> {
  return changeState(by, releaseChange, key, seen, { note }, now)
}
