import { concatBytes, fromBase64, textBytes, toBase64 } from './bytes'
import { COSIGNATURE, ED25519, isKeyName } from './note'
import type { Suite } from './suite'

/** A verifier key: who signs, with which key, and what kind of signature (C2SP signed-note, "Verifier keys"). */
export interface Vkey {
  name: string
  keyId: number
  type: typeof ED25519 | typeof COSIGNATURE
  /** Ed25519, 32 bytes. */
  publicKey: Uint8Array
}

const KEY_SIZE = 32

/** The key of a name: its id is SHA-256(name ‖ newline ‖ type ‖ public key), cut to four bytes. */
export async function makeVkey(
  name: string,
  type: Vkey['type'],
  publicKey: Uint8Array,
  suite: Pick<Suite, 'sha256'>,
): Promise<Vkey> {
  if (!isKeyName(name) || publicKey.length !== KEY_SIZE) throw new Error('not a key name and an Ed25519 public key')
  const hash = await suite.sha256(concatBytes(textBytes(`${name}\n`), Uint8Array.of(type), publicKey))
  return { name, keyId: new DataView(hash.buffer, hash.byteOffset).getUint32(0), type, publicKey }
}

/** `name+id+base64(type ‖ public key)`, the id in hex. */
export function formatVkey({ name, keyId, type, publicKey }: Vkey): string {
  return `${name}+${keyId.toString(16).padStart(8, '0')}+${toBase64(concatBytes(Uint8Array.of(type), publicKey))}`
}

/** @returns null for anything but a verifier key with the right id */
export async function parseVkey(text: string, suite: Pick<Suite, 'sha256'>): Promise<Vkey | null> {
  const [, name, encoded] = /^([^+]+)\+[0-9a-f]{8}\+(.+)$/.exec(text) ?? []
  const bytes = fromBase64(encoded ?? '')
  const type = bytes?.[0]
  if (!name || !isKeyName(name) || bytes?.length !== 1 + KEY_SIZE) return null
  if (type !== ED25519 && type !== COSIGNATURE) return null
  const vkey = await makeVkey(name, type, bytes.subarray(1), suite)
  return formatVkey(vkey) === text ? vkey : null
}
