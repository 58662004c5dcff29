import { fromBase64, fromDecimal, toBase64 } from './bytes'
import { HASH_SIZE } from './hash'
import { type Note, parseNote } from './note'

/** A log's checkpoint: the number of leaves and the root hash (C2SP tlog-checkpoint, "Note text"). */
export interface Checkpoint {
  /** The name of the log. */
  origin: string
  size: number
  root: Uint8Array
}

/** The text to sign. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`
}

/** A signed checkpoint, as served and stored. Null if malformed. Its signatures are not verified here. */
export function parseCheckpoint(text: string): { checkpoint: Checkpoint; note: Note } | null {
  const note = parseNote(text)
  const [origin, size, root, ...extensions] = note?.text.slice(0, -1).split('\n') ?? []
  if (!note || !origin || size === undefined || root === undefined || extensions.includes('')) return null
  const leaves = fromDecimal(size)
  const hash = fromBase64(root)
  if (leaves === null || hash?.length !== HASH_SIZE) return null
  return { checkpoint: { origin, size: leaves, root: hash }, note }
}
