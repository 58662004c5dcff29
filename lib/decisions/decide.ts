import { type AgreeResult, agreeWith } from '@/lib/staff/approvals/agree'
import { executeDueWith } from '@/lib/staff/approvals/execute-due'
import { type RefuseResult, refuseWith } from '@/lib/staff/approvals/refuse-approval'
import type { Staff } from '@/lib/staff/staff'
import { acts } from './acts'

/** A second person agrees: it is done, or scheduled. */
export function agree(by: Staff, approval: string, now: Date): Promise<AgreeResult> {
  return agreeWith(acts, by, approval, now)
}

/** A second person refuses, or the first takes it back. */
export function refuse(by: Staff, approval: string, now: Date): Promise<RefuseResult> {
  return refuseWith(acts, by, approval, now)
}

/** Does what was scheduled and is due. @returns how many */
export function executeDueApprovals(now: Date): Promise<number> {
  return executeDueWith(acts, now)
}
