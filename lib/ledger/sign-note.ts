import { type Checkpoint, formatCheckpoint } from './log/checkpoint'
import { formatNote } from './log/note'
import type { Vkey } from './log/vkey'
import type { Ed25519Key } from './node-suite'

/** A checkpoint, signed by each key under the name of its verifier key. */
export function signNote(keys: Ed25519Key[], vkeys: Vkey[], head: Checkpoint): string {
  const text = formatCheckpoint(head)
  const message = new TextEncoder().encode(text)
  const signatures = vkeys.map(({ name, keyId }, i) => {
    const key = keys[i]
    if (!key) throw new Error('as many keys as verifier keys')
    return { name, keyId, bytes: key.sign(message) }
  })
  return formatNote({ text, signatures })
}
