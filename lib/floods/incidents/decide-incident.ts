import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import type { IncidentState } from './list-incidents'

export const outcomes = ['handled', 'normal'] as const
export type Outcome = (typeof outcomes)[number]

export type IncidentResult = { ok: true } | { ok: false; reason: 'changed' | 'why_missing' }

/**
 * Says that this person is looking at an incident, so that nobody else begins.
 * @param expected the state that the page showed
 */
export function lookAtIncident(by: Staff, id: string, expected: string, now: Date): Promise<IncidentResult> {
  return put(by, id, expected, { act: expected === 'closed' ? 'reopen' : 'look', state: 'looking' }, now)
}

/**
 * Ends an incident: what came was held or removed, or it is normal after all. It is left out of what needs somebody,
 * and nobody is mailed of it, until it is new again (`noteIncidents`).
 * @param reason why; it names nobody
 */
export async function closeIncident(
  by: Staff,
  id: string,
  expected: string,
  { outcome, reason }: { outcome: Outcome; reason: string },
  now: Date,
): Promise<IncidentResult> {
  if (!reason) return { ok: false, reason: 'why_missing' }
  return put(by, id, expected, { act: 'close', state: 'closed', outcome, reason }, now)
}

interface Step {
  act: 'look' | 'reopen' | 'close'
  state: IncidentState
  outcome?: Outcome
  reason?: string
}

function put(by: Staff, id: string, expected: string, step: Step, now: Date): Promise<IncidentResult> {
  const { act, state, outcome = null, reason = '' } = step
  return staffWrite<IncidentResult>(by, 'signature.review', now, async ({ tx, log }) => {
    const [row] = await tx.incident.updateManyAndReturn({
      where: { id, state: expected },
      data: { state, outcome, reason, staffId: by.id, stateAt: now },
    })
    if (!row) return { ok: false, reason: 'changed' }
    if (outcome) await tx.incident.update({ where: { id }, data: { closedSignatures: row.signatures } })
    log(`incident.${act}`, `petition:${row.petitionId}`, {
      incident: id,
      kind: row.kind,
      ...(outcome ? { outcome, reason } : {}),
    })
    return { ok: true }
  })
}
