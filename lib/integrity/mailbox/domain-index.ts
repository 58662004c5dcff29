import { LRUCache } from 'lru-cache'
import { mailDomainOf } from '@/lib/input/canonical-email'
import { blindIndex } from '@/lib/vault/blind-index'
import { type ProviderSize, providerOf } from './provider-size'

const sizes: readonly ProviderSize[] = ['small', 'national', 'worldwide']

/** Nearly all addresses belong to a few providers. */
const known = new LRUCache<string, Buffer>({ max: 10_000 })

/** Identifies a form's mail provider for counting when the form is confirmed: a byte for its size, and a keyed hash. */
export function domainIndex(canonical: string): Buffer {
  const domain = mailDomainOf(canonical)
  const found = known.get(domain)
  if (found) return found
  const made = make(domain)
  known.set(domain, made)
  return made
}

/** The provider size in such an index. */
export function sizeIn(index: Buffer): ProviderSize {
  return sizes[index[0] ?? 0] ?? 'small'
}

function make(domain: string): Buffer {
  const { name, size } = providerOf(domain)
  return Buffer.concat([Buffer.from([sizes.indexOf(size)]), blindIndex('mail domain', name).subarray(0, 15)])
}
