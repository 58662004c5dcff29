import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import sodium from 'libsodium-wrappers'
import { env } from '@/lib/env'
import { encrypt } from './aead'

/** In ms: how long one data key seals records before it is replaced and dropped. */
const DATA_KEY_LIFE = 60_000

interface DataKey {
  key: KeyObject
  /** What each record begins with. */
  header: Buffer
  recipient: Buffer
  until: number
}

let current: DataKey | undefined

await sodium.ready

/**
 * Seals a record so that only the holder of SEAL_PRIVATE_KEY can open it.
 *
 * Envelope encryption: a random AES-256-GCM data key, itself sealed to SEAL_PUBLIC_KEY with a libsodium sealed box
 * (X25519, XSalsa20-Poly1305), is stored with each record. The data key stays in memory for a minute, because a sealed
 * box costs far more than AES-GCM and a viral hour seals thousands of records a second.
 *
 * Layout: version (1) ‖ key id (4) ‖ sealed data key (80) ‖ nonce (12) ‖ ciphertext ‖ tag (16).
 */
export function sealRecord(record: object): Buffer<ArrayBuffer> {
  const { key, header } = dataKey()
  return Buffer.concat([header, encrypt(key, JSON.stringify(record), header)])
}

/** The first four bytes of the public key: enough to distinguish keys during a rotation. */
export function keyId(publicKey: Uint8Array): Buffer {
  return Buffer.from(publicKey.subarray(0, 4))
}

function dataKey(): DataKey {
  const recipient = env().SEAL_PUBLIC_KEY
  const now = Date.now()
  // NIST SP 800-38D limits a key with random nonces to 2^32 records; a minute stays far below.
  if (!current || now >= current.until || !current.recipient.equals(recipient)) {
    const key = randomBytes(32)
    current = {
      key: createSecretKey(key),
      header: Buffer.concat([Buffer.of(1), keyId(recipient), sodium.crypto_box_seal(key, recipient)]),
      recipient,
      until: now + DATA_KEY_LIFE,
    }
  }
  return current
}
