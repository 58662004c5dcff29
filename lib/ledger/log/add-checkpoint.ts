import { fromBase64, fromDecimal, toBase64 } from './bytes'
import { HASH_SIZE } from './hash'

/** A log's request to a witness to cosign a checkpoint (C2SP tlog-witness, "add-checkpoint"). */
export interface AddCheckpoint {
  /** Size of the checkpoint that the witness cosigned last. */
  oldSize: number
  /** The proof that the new tree continues the old one. */
  proof: Uint8Array[]
  /** The signed checkpoint. */
  checkpoint: string
}

const MAX_HASHES = 63

/** The request's body. */
export function formatAddCheckpoint({ oldSize, proof, checkpoint }: AddCheckpoint): string {
  return `${[`old ${oldSize}`, ...proof.map(toBase64)].join('\n')}\n\n${checkpoint}`
}

/** @returns null if the body is malformed */
export function parseAddCheckpoint(body: string): AddCheckpoint | null {
  const split = body.indexOf('\n\n')
  const [first, ...lines] = body.slice(0, Math.max(split, 0)).split('\n')
  const oldSize = fromDecimal(/^old (\S+)$/.exec(first ?? '')?.[1] ?? '')
  const proof = lines.map(fromBase64).filter((hash) => hash?.length === HASH_SIZE) as Uint8Array[]
  if (oldSize === null || proof.length !== lines.length || proof.length > MAX_HASHES) return null
  return { oldSize, proof, checkpoint: body.slice(split + 2) }
}
