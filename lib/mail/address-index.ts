import { blindIndex, blindIndexes } from '@/lib/vault/blind-index'

const PURPOSE = 'mail'

/** By what the queue counts the mails to one address, of whatever kind. 32 bytes. */
export function addressIndex(canonical: string): Buffer<ArrayBuffer> {
  return blindIndex(PURPOSE, canonical)
}

/** The same under each key in use. */
export function addressIndexes(canonical: string): Buffer<ArrayBuffer>[] {
  return blindIndexes(PURPOSE, canonical)
}
