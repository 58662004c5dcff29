import { randomUUID } from 'node:crypto'
import type { Staff } from '@/lib/staff/staff'
import { type ChangeResult, changeState } from './change-state'
import { removeChange } from './changes'
import { type RemovalReason, retract } from './retract'
import { readKey } from './signature-key'

/** Takes a signature out. If it was counted, the public ledger says so with the next batch, with the reason. */
export function remove(
  by: Staff,
  key: string,
  seen: string,
  why: { reason: RemovalReason; note: string },
  now: Date,
): Promise<ChangeResult> {
  const petitionId = readKey(key)?.petitionId ?? ''
  const decision = { reason: why.reason, decision: randomUUID(), approvals: 1 }
  return changeState(by, removeChange, key, seen, why, now, (tx, rows) => retract(tx, petitionId, rows, decision, now))
}
