import { checkpointFolder, lastCheckpoint, storeCheckpoint } from '@/lib/ledger/checkpoint-file'
import { parseAddCheckpoint } from '@/lib/ledger/log/add-checkpoint'
import { equalBytes } from '@/lib/ledger/log/bytes'
import { type Checkpoint, parseCheckpoint } from '@/lib/ledger/log/checkpoint'
import { formatSignature } from '@/lib/ledger/log/note'
import type { Policy } from '@/lib/ledger/log/policy'
import { verifyCheckpoint } from '@/lib/ledger/log/verify-checkpoint'
import { verifyConsistency } from '@/lib/ledger/log/verify-consistency'
import { cosignedMessage, timestamped } from '@/lib/ledger/log/verify-note'
import type { Vkey } from '@/lib/ledger/log/vkey'
import { type Ed25519Key, nodeSuite } from '@/lib/ledger/node-suite'

export interface Witness {
  vkey: Vkey
  key: Ed25519Key
  /** The logs it watches. */
  policy: Policy
  /** The folder in which it stores the last checkpoint of each log. */
  stateDir: string
  /** Called with a checkpoint that the log signed and that contradicts an earlier one: evidence against the log. */
  onContradiction?: (seen: Checkpoint, contradicting: string) => void
}

export interface WitnessAnswer {
  status: 200 | 400 | 403 | 404 | 409 | 422
  body: string
  type: string
}

const turns = new Map<string, Promise<unknown>>()

/**
 * A witness's answer to add-checkpoint (C2SP tlog-witness): cosigns a checkpoint if the log signed it and it continues
 * the last one cosigned. What it cosigned is on disk before it answers. Checkpoints of one log are handled in turn; a
 * folder belongs to one process.
 */
export async function answerCheckpoint(body: string, witness: Witness, now: Date): Promise<WitnessAnswer> {
  const request = parseAddCheckpoint(body)
  const parsed = request && parseCheckpoint(request.checkpoint)
  if (!request || !parsed) return plain(400, 'not an add-checkpoint request')
  const { checkpoint, note } = parsed
  if (!witness.policy.logs.some(({ key }) => key.name === checkpoint.origin)) return plain(404, 'log not known here')
  const verified = await verifyCheckpoint(request.checkpoint, { ...witness.policy, witnesses: [] }, nodeSuite)
  if (!verified.ok) return plain(403, 'not signed by the log')
  if (request.oldSize > checkpoint.size) return plain(400, 'the old size is larger than the new one')

  return inTurn(`${witness.stateDir} ${checkpoint.origin}`, async () => {
    const folder = checkpointFolder(folderName(checkpoint.origin), witness.stateDir)
    const seen = (await lastCheckpoint(folder)) ?? {
      origin: checkpoint.origin,
      size: 0,
      root: nodeSuite.sha256(new Uint8Array()),
    }
    if (seen.size !== request.oldSize) return conflict(seen)
    if (seen.size === checkpoint.size && !equalBytes(seen.root, checkpoint.root)) {
      witness.onContradiction?.(seen, request.checkpoint)
      return conflict(seen)
    }
    const sizes = { oldSize: seen.size, oldRoot: seen.root, newSize: checkpoint.size, newRoot: checkpoint.root }
    if (!(await verifyConsistency({ ...sizes, proof: request.proof }, nodeSuite))) {
      witness.onContradiction?.(seen, request.checkpoint)
      return plain(422, 'the proof does not show that this head continues the last one')
    }
    await storeCheckpoint(folder, checkpoint.size, request.checkpoint)
    return { status: 200, body: cosign(note.text, witness, now), type: 'text/plain; charset=utf-8' }
  })
}

function cosign(text: string, { vkey, key }: Witness, now: Date): string {
  const time = Math.floor(now.getTime() / 1000)
  const bytes = timestamped(time, key.sign(cosignedMessage(text, time)))
  return formatSignature({ name: vkey.name, keyId: vkey.keyId, bytes })
}

function plain(status: WitnessAnswer['status'], sentence: string): WitnessAnswer {
  return { status, body: `${sentence}\n`, type: 'text/plain; charset=utf-8' }
}

function conflict({ size }: Checkpoint): WitnessAnswer {
  return { status: 409, body: `${size}\n`, type: 'text/x.tlog.size' }
}

/** A log's origin as a folder name. */
export function folderName(origin: string): string {
  return Buffer.from(nodeSuite.sha256(Buffer.from(origin)))
    .toString('hex')
    .slice(0, 32)
}

function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(key) ?? Promise.resolve()).then(work, work)
  turns.set(key, turn)
  return turn
}
