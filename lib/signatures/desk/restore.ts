import type { Staff } from '@/lib/staff/staff'
import { type ChangeResult, changeState } from './change-state'
import { restoreChange } from './changes'

/** Brings a removed signature back; a confirmed one is counted anew within seconds. */
export function restore(by: Staff, key: string, seen: string, note: string, now: Date): Promise<ChangeResult> {
  return changeState(by, restoreChange, key, seen, { note }, now)
}
