import type { Staff } from '@/lib/staff/staff'
import { type ChangeResult, changeState } from './change-state'
import { releaseChange } from './changes'
import { logRelease } from './log-release'
import { readKey } from './signature-key'

/** Takes a held signature back to where it was. Where that brings it into the count, the public log says so. */
export function release(by: Staff, key: string, seen: string, note: string, now: Date): Promise<ChangeResult> {
  const petitionId = readKey(key)?.petitionId ?? ''
  const why = { reason: 'reviewed', approvals: 1 } as const
  return changeState(by, releaseChange, key, seen, { note }, now, (tx, rows) =>
    logRelease(tx, petitionId, rows, why, now),
  )
}
