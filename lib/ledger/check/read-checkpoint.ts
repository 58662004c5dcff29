import type { Checkpoint } from '@/lib/ledger/log/checkpoint'
import type { Policy } from '@/lib/ledger/log/policy'
import { type Cosigned, verifyCheckpoint } from '@/lib/ledger/log/verify-checkpoint'
import { nodeSuite } from '@/lib/ledger/node-suite'
import { Fault } from './fault'
import type { LedgerSource } from './ledger-source'

export interface Head {
  checkpoint: Checkpoint
  note: string
  cosigned: Cosigned[]
}

/** A log's present checkpoint, signed by it and cosigned by a quorum of the policy. */
export async function readCheckpoint(source: LedgerSource, policy: Policy): Promise<Head> {
  const bytes = await source.read('checkpoint')
  if (!bytes) throw new Fault('file_missing', `${source.name} has no checkpoint`)
  const note = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const { checkpoint, cosigned, quorum } = await verified(note, policy)
  if (!quorum) {
    const by = cosigned.map(({ witness }) => witness).join(', ') || 'nobody'
    throw new Fault(
      'quorum_missing',
      `the checkpoint of ${checkpoint.size} leaves is cosigned by ${by}: not the quorum`,
    )
  }
  return { checkpoint, note, cosigned }
}

/** A checkpoint that the log signed, now or earlier, from any source. */
export async function trustedCheckpoint(note: string, policy: Policy): Promise<Checkpoint> {
  return (await verified(note, policy)).checkpoint
}

async function verified(note: string, policy: Policy) {
  const result = await verifyCheckpoint(note, policy, nodeSuite)
  if (result.ok) return result
  const words = {
    malformed: ['checkpoint_malformed', 'the checkpoint is not one'],
    signature_false: ['signature_false', 'a signature under the checkpoint is false'],
    not_signed_by_log: ['not_signed_by_log', 'the checkpoint is not signed by a key of the policy'],
  } as const
  const [code, message] = words[result.reason]
  throw new Fault(code, message)
}
