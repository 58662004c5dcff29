import { hkdfSync } from 'node:crypto'
import { env } from '@/lib/env'
import { keyedHash } from './blind-index'

/**
 * The indexes by which a member's contact is found from the address: HMAC-SHA256 under each key in use, the newest
 * first. The keys are derived from the private sealing key (HKDF-SHA256, RFC 5869), so only a process that could open
 * the contact anyway can test an address.
 * @throws Error if this process has no private key
 */
export function contactIndexes(canonical: string): Buffer<ArrayBuffer>[] {
  const { SEAL_PRIVATE_KEY, SEAL_PRIVATE_KEY_BEFORE } = env()
  if (!SEAL_PRIVATE_KEY) throw new Error('this process holds no private key: it cannot find contacts')
  const keys = SEAL_PRIVATE_KEY_BEFORE ? [SEAL_PRIVATE_KEY, SEAL_PRIVATE_KEY_BEFORE] : [SEAL_PRIVATE_KEY]
  return keys.map((key) => keyedHash(derived(key), canonical))
}

function derived(key: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'icnk.org/member-contact-index/v1', 32))
}
