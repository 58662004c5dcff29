import { fromBase64, fromDecimal, toBase64 } from './bytes'
import { HASH_SIZE } from './hash'

/** A proof that can be checked without the log (C2SP tlog-proof, "Format"). */
export interface ProofFile {
  /** Extra data; here the opening of a commitment, from which the leaf is made (lib/ledger/receipt.ts). */
  extra: Uint8Array | null
  index: number
  proof: Uint8Array[]
  /** The signed checkpoint, as served. */
  checkpoint: string
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1'
const MAX_HASHES = 63

/** A proof as the text of a file (C2SP tlog-proof). */
export function formatProofFile({ extra, index, proof, checkpoint }: ProofFile): string {
  const lines = [FIRST_LINE, ...(extra ? [`extra ${toBase64(extra)}`] : []), `index ${index}`, ...proof.map(toBase64)]
  return `${lines.join('\n')}\n\n${checkpoint}`
}

/** @returns null if malformed. Neither proof nor checkpoint is verified here. */
export function parseProofFile(text: string): ProofFile | null {
  const split = text.indexOf('\n\n')
  const lines = text.slice(0, Math.max(split, 0)).split('\n')
  if (lines.shift() !== FIRST_LINE) return null
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()?.slice('extra '.length) ?? '') : null
  const index = fromDecimal(/^index (\S+)$/.exec(lines.shift() ?? '')?.[1] ?? '')
  const proof = lines.map(fromBase64).filter((hash) => hash?.length === HASH_SIZE) as Uint8Array[]
  if (index === null || proof.length !== lines.length || proof.length > MAX_HASHES) return null
  const file = { extra, index, proof, checkpoint: text.slice(split + 2) }
  return formatProofFile(file) === text ? file : null
}
