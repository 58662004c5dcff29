import { createSecretKey, type KeyObject } from 'node:crypto'
import sodium from 'libsodium-wrappers'
import type { z } from 'zod'
import { env } from '@/lib/env'
import { decrypt } from './aead'
import { keyId } from './seal-record'

const HEADER = 1 + 4 + 80

await sodium.ready

/**
 * Opens a record that `sealRecord` sealed, and validates it.
 * @throws Error if this process does not have the private key, or the bytes were altered; ZodError if it does not match
 */
export function openRecord<T>(sealed: Uint8Array, schema: z.ZodType<T>): T {
  return schema.parse(openSealed(sealed))
}

/** Opens a record without validation, for re-encrypting any record. @throws Error as `openRecord` */
export function openSealed(sealed: Uint8Array): object {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== 1) throw new Error('sealed record: unknown format')
  const { publicKey, privateKey } = pairOf(bytes.subarray(1, 5))

  const dataKey = openKey(bytes.subarray(5, HEADER), publicKey, privateKey)
  const text = decrypt(dataKey, bytes.subarray(HEADER), bytes.subarray(0, HEADER))
  return JSON.parse(text.toString('utf8')) as object
}

/**
 * The data keys that were opened last. Opening one costs twenty times as much as opening a record; a record is opened
 * several times on its way, and records of busy moments share their key.
 */
const opened = new Map<string, { key: KeyObject; by: Uint8Array }>()
const MAX_OPENED = 1_000

function openKey(sealed: Buffer, publicKey: Uint8Array, privateKey: Uint8Array): KeyObject {
  const name = sealed.toString('latin1')
  const known = opened.get(name)
  opened.delete(name)
  const found =
    known?.by === privateKey
      ? known
      : { key: createSecretKey(sodium.crypto_box_seal_open(sealed, publicKey, privateKey)), by: privateKey }
  // Moved to the end: the first is then the least recently used.
  opened.set(name, found)
  const [oldest] = opened.keys()
  if (oldest !== undefined && opened.size > MAX_OPENED) opened.delete(oldest)
  return found.key
}

/** The key pair of a key id: the current one, or the previous one during a rotation. @throws Error for another id */
function pairOf(id: Buffer): { publicKey: Uint8Array; privateKey: Uint8Array } {
  const { SEAL_PUBLIC_KEY, SEAL_PRIVATE_KEY, SEAL_PRIVATE_KEY_BEFORE } = env()
  if (!SEAL_PRIVATE_KEY) throw new Error('this process holds no private key: it can seal, not open')
  if (id.equals(keyId(SEAL_PUBLIC_KEY))) return { publicKey: SEAL_PUBLIC_KEY, privateKey: SEAL_PRIVATE_KEY }
  if (SEAL_PRIVATE_KEY_BEFORE) {
    const publicKey = sodium.crypto_scalarmult_base(SEAL_PRIVATE_KEY_BEFORE)
    if (id.equals(keyId(publicKey))) return { publicKey, privateKey: SEAL_PRIVATE_KEY_BEFORE }
  }
  throw new Error('sealed record: sealed to another key')
}
