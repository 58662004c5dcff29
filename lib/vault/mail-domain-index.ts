import { hkdfSync } from 'node:crypto'
import { env } from '@/lib/env'
import { keyedHash } from './blind-index'

/**
 * A pseudonym of a mail domain: HMAC-SHA256, 16 bytes. The key is derived from the private sealing key
 * (HKDF-SHA256, RFC 5869), so only a process that could open the signature anyway can test a domain.
 * @throws Error if this process has no private key
 */
export function mailDomainIndex(domain: string): Buffer<ArrayBuffer> {
  const { SEAL_PRIVATE_KEY } = env()
  if (!SEAL_PRIVATE_KEY) throw new Error('this process holds no private key: it cannot index domains')
  const key = Buffer.from(hkdfSync('sha256', SEAL_PRIVATE_KEY, '', 'icnk.org/mail-domain-index/v1', 32))
  return keyedHash(key, domain).subarray(0, 16)
}
