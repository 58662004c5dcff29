import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import sodium from 'libsodium-wrappers'
import { env } from '@/lib/env'
import { encrypt } from './aead'
import { paddedJson } from './padded-json'

/** New data keys per second, after as many at once. Making one costs as much as sealing thirty records. */
const KEYS_A_SECOND = 40
/** In ms. */
const [PAUSE, AT_ONCE] = [1000 / KEYS_A_SECOND, 1000]

interface DataKey {
  key: KeyObject
  /** The beginning of each record under this key. */
  header: Buffer
  recipient: Buffer
}

/** The data key that records share until the next may be made, when many are sealed at once. */
let shared: DataKey | undefined
/** In ms: the time up to which new keys have used the allowance; each new key moves it on by `PAUSE`. */
let paidUntil = 0

await sodium.ready

/**
 * Seals a record so that only the holder of SEAL_PRIVATE_KEY can open it.
 *
 * Envelope encryption: a random AES-256-GCM data key, itself sealed to SEAL_PUBLIC_KEY with a libsodium sealed box
 * (X25519, XSalsa20-Poly1305), is stored with each record. Each record has its own key, since equal headers would
 * reveal which rows were sealed together; only under heavy load do records of the same milliseconds share one (decision
 * 85).
 *
 * Layout: version (1) ‖ key id (4) ‖ sealed data key (80) ‖ nonce (12) ‖ ciphertext of `paddedJson` ‖ tag (16).
 */
export function sealRecord(record: object): Buffer<ArrayBuffer> {
  return sealUnder(dataKey(), record)
}

/** Seals a record as above, always with its own data key: for work that nobody waits for. */
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
  // Kept only if the next record may have to share it.
  shared = paidUntil > now + AT_ONCE ? made : undefined
  return made
}

function newKey(recipient: Buffer): DataKey {
  const key = randomBytes(32)
  const header = Buffer.concat([Buffer.of(1), keyId(recipient), sodium.crypto_box_seal(key, recipient)])
  return { key: createSecretKey(key), header, recipient }
}
