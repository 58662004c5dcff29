import type { Staff } from '@/lib/staff/staff'
import { type ChangeResult, changeState } from './change-state'
import { restoreChange } from './changes'
import { logRelease } from './log-release'
import { readKey } from './signature-key'

/** Brings a removed signature back; a confirmed one is counted anew with the next batch, and the public log says so. */
export function restore(by: Staff, key: string, seen: string, note: string, now: Date): Promise<ChangeResult> {
  const petitionId = readKey(key)?.petitionId ?? ''
  const why = { reason: 'restored', approvals: 1 } as const
  return changeState(by, restoreChange, key, seen, { note }, now, (tx, rows) =>
    logRelease(tx, petitionId, rows, why, now),
  )
}
