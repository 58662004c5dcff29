import { hkdfSync } from 'node:crypto'
import { env } from '@/lib/env'
import { keyedHash } from './blind-index'

/**
 * The index by which a signature is found by its signer's exact name. The key is derived from the private sealing key
 * (HKDF-SHA256, RFC 5869): only a process that could open the signature anyway can compute or test an index.
 * @param name folded (lib/signatures/names/fold-name.ts)
 * @returns 32 bytes
 * @throws Error if this process has no private key
 */
export function nameIndex(petitionId: string, name: string): Buffer<ArrayBuffer> {
  const [index] = nameIndexes(petitionId, name)
  if (!index) throw new Error('this process holds no private key: it cannot index names')
  return index
}

/** The name indexes under each key in use, the newest first; empty if this process has no private key. */
export function nameIndexes(petitionId: string, name: string): Buffer<ArrayBuffer>[] {
  const { SEAL_PRIVATE_KEY, SEAL_PRIVATE_KEY_BEFORE } = env()
  const keys = [SEAL_PRIVATE_KEY, SEAL_PRIVATE_KEY_BEFORE].filter((key) => key !== undefined)
  return keys.map((key) => keyedHash(indexKey(key), petitionId, name))
}

const derived = new Map<string, Buffer>()

function indexKey(privateKey: Buffer): Buffer {
  const name = privateKey.toString('base64')
  const known = derived.get(name)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', privateKey, '', 'icnk.org/name-index/v1', 32))
  derived.set(name, key)
  return key
}
