import { createCipheriv, createDecipheriv, createSecretKey, KeyObject } from 'node:crypto'
import { secureRandom } from './secure-random'

const NONCE = 12
const TAG = 16

/** A key of 32 bytes; one that is used often is given as a `KeyObject`. */
type Key = Uint8Array | KeyObject

/**
 * Encrypts with AES-256-GCM. Layout: nonce (12) ‖ ciphertext ‖ tag (16).
 * @param context authenticated too: the result can be decrypted only with the same context
 * @param nonce random unless given; a given one must never serve two different texts
 */
export function encrypt(
  key: Key,
  plain: Uint8Array | string,
  context?: Uint8Array,
  nonce: Uint8Array = secureRandom(NONCE),
): Buffer<ArrayBuffer> {
  const cipher = createCipheriv('aes-256-gcm', keyObject(key), nonce)
  if (context) cipher.setAAD(context)
  const ciphertext = cipher.update(typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain)
  return Buffer.concat([nonce, ciphertext, cipher.final(), cipher.getAuthTag()])
}

/**
 * Decrypts bytes that `encrypt` made.
 * @throws Error for another key or context, and for altered bytes
 */
export function decrypt(key: Key, sealed: Uint8Array, context?: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes.length < NONCE + TAG) throw new Error('sealed bytes are cut short')
  const decipher = createDecipheriv('aes-256-gcm', keyObject(key), bytes.subarray(0, NONCE)).setAuthTag(
    bytes.subarray(-TAG),
  )
  if (context) decipher.setAAD(context)
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()])
}

/** The result of `open`; null if it throws, as decryption does for a wrong key, altered bytes or another format. */
export function tryOpen<T>(open: () => T): T | null {
  try {
    return open()
  } catch {
    return null
  }
}

/** Node 24 takes three times as long with a key in a buffer: exceptions tell it that it is not a `KeyObject`. */
function keyObject(key: Key): KeyObject {
  return key instanceof KeyObject ? key : createSecretKey(key)
}
