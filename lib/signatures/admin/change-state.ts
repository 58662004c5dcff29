import { randomUUID } from 'node:crypto'
import type { Staff } from '@/lib/staff/staff'
import { type StaffWrite, staffWrite } from '@/lib/staff/staff-write'
import type { SignatureState } from '@/prisma/generated/enums'
import { noteChange } from '../recent-change/note-change'
import { reserveSoloQuota } from '../solo-quota/reserve-solo-quota'
import { readKey } from './signature-key'
import { subjectOf } from './subject'
import { changeRows, type TransitionVerb, transitions } from './transitions'

export type ChangeResult =
  | { ok: true; state: SignatureState }
  | { ok: false; reason: 'unknown' | 'changed' | 'needs_two' }

/** The reason for a change by staff; only a removal has a public `reason`. */
interface Why {
  note: string
  reason?: string
}

/**
 * Changes one signature and audits it, in one transaction. It uses the solo quota; if none is left, a second person
 * must approve (`createSelectionAction`). The person can undo it for a minute (`undoChange`).
 * @param expected the state that the page showed; if it has changed since, nothing is done
 */
export function changeState(
  by: Staff,
  verb: TransitionVerb,
  key: string,
  expected: string,
  why: Why,
  now: Date,
): Promise<ChangeResult> {
  return staffWrite(by, `signature.${verb}`, now, ({ tx, log }) =>
    changeWithin({ tx, log }, by, verb, key, expected, why, now),
  )
}

/** Same as `changeState`, within a larger transaction. */
export async function changeWithin(
  { tx, log }: StaffWrite,
  by: Staff,
  verb: TransitionVerb,
  key: string,
  expected: string,
  why: Why,
  now: Date,
): Promise<ChangeResult> {
  const where = readKey(key)
  if (!where) return { ok: false, reason: 'unknown' }
  const { petitionId, emailIndex } = where
  const from: SignatureState[] = transitions[verb].from
  const state = from.find((one) => one === expected)
  if (!state) return { ok: false, reason: 'changed' }
  const batch = randomUUID()
  await noteChange(tx, by, { batch, verb, petitionId, emailIndex, expected: state }, now)
  const decision = { id: batch, approvals: 1, ...(why.reason === undefined ? {} : { reason: why.reason }) }
  const [row] = await changeRows(tx, verb, petitionId, [{ emailIndex, state }], decision, now)
  if (!row) return { ok: false, reason: 'changed' }
  if (!(await reserveSoloQuota(tx, by, petitionId, 1, now))) return { ok: false, reason: 'needs_two' }
  log(`signature.${verb}`, subjectOf(row.commitment), { before: state, after: row.state, ...why })
  return { ok: true, state: row.state }
}
