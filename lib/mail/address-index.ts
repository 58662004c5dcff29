import { blindIndex, blindIndexes } from '@/lib/vault/blind-index'

const PURPOSE = 'mail'

/** The blind index by which mails of any kind to one address are counted. 32 bytes. */
export function addressIndex(canonical: string): Buffer<ArrayBuffer> {
  return blindIndex(PURPOSE, canonical)
}

/** The address indexes under each key in use, the newest first. */
export function addressIndexes(canonical: string): Buffer<ArrayBuffer>[] {
  return blindIndexes(PURPOSE, canonical)
}
