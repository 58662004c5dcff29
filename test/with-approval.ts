import { approve } from '@/lib/approval-decisions/decide'
import { executeDueApprovals } from '@/lib/approval-decisions/execute-due'
import { requestStep } from '@/lib/petitions/admin/request-step'
import type { Step } from '@/lib/petitions/admin/transitions'
import type { Staff } from '@/lib/staff/staff'
import { aStaffMember } from './a-staff-member'

type Asked = { ok: true; approval?: string | null } | { ok: false; reason: string }
type Done = { ok: true } | { ok: false; reason: string }

/** A second person approves a request; one that is delayed is executed a day later. */
export async function withApproval(asked: Promise<Asked>, second: Staff, now: Date): Promise<Done> {
  const result = await asked
  if (!result.ok) return result
  const agreed = await approve(second, result.approval ?? '', now)
  if (!agreed.ok) return agreed
  if (agreed.due) await executeDueApprovals(agreed.due)
  return { ok: true }
}

/** Two editors take a petition through a step. */
export async function stepWithApproval(id: string, step: Step, expected: string, now: Date, day = ''): Promise<Done> {
  const [first, second] = [await aStaffMember('editor', now), await aStaffMember('owner', now)]
  return withApproval(requestStep(first, id, { step, expected, day, reason: '' }, now), second, now)
}
