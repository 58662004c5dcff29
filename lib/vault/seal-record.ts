import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import sodium from 'libsodium-wrappers'
import { env } from '@/lib/env'
import { encrypt } from './aead'
import { paddedJson } from './padded-json'

/** New data keys in a second, after as many at once: making one costs as much as sealing thirty records. */
const KEYS_A_SECOND = 40
/** In ms. */
const [PAUSE, AT_ONCE] = [1000 / KEYS_A_SECOND, 1000]

interface DataKey {
  key: KeyObject
  /** What each record begins with. */
  header: Buffer
  recipient: Buffer
}

/** In a rush: what records share until the next may be made. */
let shared: DataKey | undefined
/** In ms: each new key puts this off by its pause. */
let paidUntil = 0

await sodium.ready

/**
 * Seals a record so that only the holder of SEAL_PRIVATE_KEY can open it.
 *
 * Envelope encryption: a random AES-256-GCM data key, itself sealed to SEAL_PUBLIC_KEY with a libsodium sealed box
 * (X25519, XSalsa20-Poly1305), is stored with each record. A record has a key of its own, since equal headers would tell
 * which rows were sealed together; in a viral hour those of the same milliseconds share one (decision 85).
 *
 * Layout: version (1) ‖ key id (4) ‖ sealed data key (80) ‖ nonce (12) ‖ ciphertext of `paddedJson` ‖ tag (16).
 */
export function sealRecord(record: object): Buffer<ArrayBuffer> {
  return sealUnder(dataKey(), record)
}

/** The same, however many there are: a key of its own for each record, where nobody waits. */
export function sealAlone(record: object): Buffer<ArrayBuffer> {
  return sealUnder(newKey(env().SEAL_PUBLIC_KEY), record)
}

/** The first four bytes of the public key: enough to distinguish keys during a rotation. */
export function keyId(publicKey: Uint8Array): Buffer {
  return Buffer.from(publicKey.subarray(0, 4))
}

function sealUnder({ key, header }: DataKey, record: object): Buffer<ArrayBuffer> {
  return Buffer.concat([header, encrypt(key, paddedJson(record), header)])
}

function dataKey(): DataKey {
  const recipient = env().SEAL_PUBLIC_KEY
  const now = performance.now()
  if (shared?.recipient.equals(recipient) && paidUntil > now + AT_ONCE) return shared
  paidUntil = Math.max(paidUntil, now) + PAUSE
  const made = newKey(recipient)
  // Forgotten at once, unless the next record may have to share it.
  shared = paidUntil > now + AT_ONCE ? made : undefined
  return made
}

function newKey(recipient: Buffer): DataKey {
  const key = randomBytes(32)
  const header = Buffer.concat([Buffer.of(1), keyId(recipient), sodium.crypto_box_seal(key, recipient)])
  return { key: createSecretKey(key), header, recipient }
}
