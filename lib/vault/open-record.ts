import { createDecipheriv } from 'node:crypto'
import sodium from 'libsodium-wrappers'
import type { z } from 'zod'
import { env } from '@/lib/env'
import { keyId } from './seal-record'

const HEADER = 1 + 4 + 80
const NONCE = 12
const TAG = 16

await sodium.ready

/**
 * Opens what `sealRecord` sealed and checks its shape.
 * @throws Error where this process holds no private key, the key is another one, or the bytes were altered
 */
export function openRecord<T>(sealed: Uint8Array, schema: z.ZodType<T>): T {
  const bytes = Buffer.from(sealed)
  const privateKey = env().SEAL_PRIVATE_KEY
  if (!privateKey) throw new Error('this process holds no private key: it can seal, not open')
  if (bytes.length < HEADER + NONCE + TAG || bytes[0] !== 1) throw new Error('sealed record: unknown format')
  const publicKey = env().SEAL_PUBLIC_KEY
  if (!bytes.subarray(1, 5).equals(keyId(publicKey))) throw new Error('sealed record: sealed to another key')

  const dataKey = sodium.crypto_box_seal_open(bytes.subarray(5, HEADER), publicKey, privateKey)
  const decipher = createDecipheriv('aes-256-gcm', dataKey, bytes.subarray(HEADER, HEADER + NONCE))
    .setAAD(bytes.subarray(0, HEADER))
    .setAuthTag(bytes.subarray(-TAG))
  const text = Buffer.concat([decipher.update(bytes.subarray(HEADER + NONCE, -TAG)), decipher.final()])
  return schema.parse(JSON.parse(text.toString('utf8')))
}
