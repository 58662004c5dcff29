import { z } from 'zod'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import { sealRecord } from '@/lib/vault/seal-record'

const label = z.object({ domain: z.string() })

/** The name of a mail domain, sealed as `mail_domain` holds it. */
export function sealDomain(domain: string): Buffer<ArrayBuffer> {
  return sealRecord({ domain })
}

/** The name of a mail domain; empty where it is not kept, or cannot be opened. */
export function domainIn(sealed: Uint8Array | null): string {
  return sealed ? (tryOpen(() => openRecord(sealed, label).domain) ?? '') : ''
}
