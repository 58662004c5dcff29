import { concatBytes, textBytes } from './bytes'
import { ED25519, type Note, type NoteSignature } from './note'
import type { Suite } from './suite'
import type { Vkey } from './vkey'

/** A valid signature. */
export interface Verified {
  key: Vkey
  /** When a witness says it signed (Unix seconds); null for a log's own signature. */
  time: number | null
}

/**
 * The signatures of a note by known keys. Those by unknown keys are ignored.
 * @returns null if a signature in the name of a known key is invalid: then the whole note is (C2SP signed-note,
 * "Signatures")
 */
export async function verifyNote(note: Note, keys: Vkey[], suite: Pick<Suite, 'verify'>): Promise<Verified[] | null> {
  const verified: Verified[] = []
  for (const signature of note.signatures) {
    const key = keys.find(({ name, keyId }) => name === signature.name && keyId === signature.keyId)
    if (!key || verified.some((one) => one.key === key)) continue
    const one = await verifyOne(note.text, signature, key, suite)
    if (!one) return null
    verified.push(one)
  }
  return verified
}

async function verifyOne(text: string, { bytes }: NoteSignature, key: Vkey, suite: Pick<Suite, 'verify'>) {
  if (key.type === ED25519) {
    return (await suite.verify(key.publicKey, textBytes(text), bytes)) ? { key, time: null } : null
  }
  if (bytes.length !== 8 + 64) return null
  const time = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0))
  if (!Number.isSafeInteger(time)) return null
  return (await suite.verify(key.publicKey, cosignedMessage(text, time), bytes.subarray(8))) ? { key, time } : null
}

/** The message that a witness signs (C2SP tlog-cosignature, "Ed25519 signed message"). */
export function cosignedMessage(text: string, time: number): Uint8Array {
  return textBytes(`cosignature/v1\ntime ${time}\n${text}`)
}

/** A witness's signature bytes: the time (8, big-endian) ‖ Ed25519 signature. */
export function timestamped(time: number, signature: Uint8Array): Uint8Array {
  const stamp = new Uint8Array(8)
  new DataView(stamp.buffer).setBigUint64(0, BigInt(time))
  return concatBytes(stamp, signature)
}
