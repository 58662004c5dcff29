import { type Checkpoint, parseCheckpoint } from './checkpoint'
import { type Policy, quorumMet } from './policy'
import type { Suite } from './suite'
import { verifyNote } from './verify-note'

export interface Cosigned {
  /** The witness's name in the policy. */
  witness: string
  /** Unix seconds. */
  time: number
}

export type CheckpointResult =
  | { ok: true; checkpoint: Checkpoint; cosigned: Cosigned[]; quorum: boolean }
  | { ok: false; reason: 'malformed' | 'signature_false' | 'not_signed_by_log' }

/** Whether a checkpoint is signed by the policy's log, and which of the policy's witnesses cosigned it. */
export async function verifyCheckpoint(text: string, policy: Policy, suite: Suite): Promise<CheckpointResult> {
  const parsed = parseCheckpoint(text)
  if (!parsed) return { ok: false, reason: 'malformed' }
  const { checkpoint, note } = parsed
  const logs = policy.logs.map(({ key }) => key).filter(({ name }) => name === checkpoint.origin)
  const verified = await verifyNote(note, [...logs, ...policy.witnesses.map(({ key }) => key)], suite)
  if (!verified) return { ok: false, reason: 'signature_false' }
  if (!verified.some(({ key }) => logs.includes(key))) return { ok: false, reason: 'not_signed_by_log' }
  const cosigned = verified.flatMap(({ key, time }) => {
    const witness = policy.witnesses.find((one) => one.key === key)
    return witness && time !== null ? [{ witness: witness.name, time }] : []
  })
  const names = cosigned.map(({ witness }) => witness)
  return { ok: true, checkpoint, cosigned, quorum: quorumMet(policy, names) }
}
