import { isoDay } from '@/lib/input/day'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import type { Prisma } from '@/prisma/generated/client'
import { publishedVersions } from '../texts/published-versions'
import { refuseChange, type StatusRefusal } from './change-status'
import { deletionAfter, isSoon } from './deletion'
import { changeOf, type Step } from './transitions'

export interface StepRequest {
  step: Step
  /** The status that the page showed. */
  expected: string
  /** The day on which it was won or delivered; otherwise empty. */
  day: string
  reason: string
}

export type RequestResult = { ok: true; approval: string } | { ok: false; reason: StatusRefusal | 'waits' }

/**
 * Requests approval for a step of a petition's life: it changes what the public reads as the coalition's own demand, or
 * what happens to its signers' data.
 */
export function requestStep(
  by: Staff,
  id: string,
  { step, expected, day, reason }: StepRequest,
  now: Date,
): Promise<RequestResult> {
  const verb = step === 'deliver' ? 'petition.deliver' : 'petition.change_status'
  return staffWrite<RequestResult>(by, verb, now, async ({ tx }) => {
    const change = changeOf(step, day, now)
    if (!change) return { ok: false, reason: 'day_invalid' }
    const refusal = await refuseChange(tx, change, id, expected)
    if (refusal) return { ok: false, reason: refusal }
    const detail = await detailOf(tx, id, { step, expected, day }, now)
    const approval = await requestApproval(tx, by, { verb, subject: `petition:${id}`, detail, reason }, now)
    return approval ? { ok: true, approval } : { ok: false, reason: 'waits' }
  })
}

async function detailOf(
  tx: Prisma.TransactionClient,
  id: string,
  { step, expected, day }: Omit<StepRequest, 'reason'>,
  now: Date,
): Promise<Record<string, string>> {
  const petition = await tx.petition.findUniqueOrThrow({ where: { id }, include: { total: true } })
  const common = { petition: petition.slug, step, status: expected, counted: String(petition.total?.net ?? 0) }
  if (step === 'open') return { ...common, versions: await publishedVersions(tx, id), ...closes(petition.closesOn) }
  if (step === 'win') return { ...common, day }
  if (step !== 'deliver') return common
  const deleted = deletionAfter(petition, day, now)?.toISOString().slice(0, 10) ?? ''
  return {
    ...common,
    day,
    'personal data deleted': deleted,
    ...(isSoon(petition, day, now) ? { destroys: 'yes' } : {}),
  }
}

/** Scheduled while it is a draft: approved together with the opening. */
function closes(closesOn: Date | null): Record<string, string> {
  return { 'last day to sign': closesOn ? isoDay(closesOn) : 'none' }
}
