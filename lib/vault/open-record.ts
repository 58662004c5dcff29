import { createSecretKey, type KeyObject } from 'node:crypto'
import sodium from 'libsodium-wrappers'
import type { z } from 'zod'
import { env } from '@/lib/env'
import { decrypt } from './aead'
import { keyId } from './seal-record'

const HEADER = 1 + 4 + 80

await sodium.ready

/**
 * Opens what `sealRecord` sealed and validates it.
 * @throws Error if this process has no private key or another one, or the bytes were altered
 */
export function openRecord<T>(sealed: Uint8Array, schema: z.ZodType<T>): T {
  return schema.parse(openSealed(sealed))
}

/** The same without validation: for re-encrypting any record. */
export function openSealed(sealed: Uint8Array): object {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== 1) throw new Error('sealed record: unknown format')
  const { publicKey, privateKey } = pairOf(bytes.subarray(1, 5))

  const dataKey = openKey(bytes.subarray(5, HEADER), publicKey, privateKey)
  const text = decrypt(dataKey, bytes.subarray(HEADER), bytes.subarray(0, HEADER))
  return JSON.parse(text.toString('utf8')) as object
}

/**
 * The data keys opened last. Opening one costs twenty times as much as opening a record; a record is opened several times
 * on its way, and those of a rush share theirs.
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
  // Again as the newest: the first is then the one that nobody has needed for longest.
  opened.set(name, found)
  const [oldest] = opened.keys()
  if (oldest !== undefined && opened.size > MAX_OPENED) opened.delete(oldest)
  return found.key
}

/** The key pair of a key id: the present one, or the previous one during a rotation. */
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
