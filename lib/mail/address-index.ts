import { blindIndex, blindIndexes } from '@/lib/vault/blind-index'

const PURPOSE = 'mail'

/** Identifies an address for counting the mails of any kind that are queued to it. 32 bytes. */
export function addressIndex(canonical: string): Buffer<ArrayBuffer> {
  return blindIndex(PURPOSE, canonical)
}

/** The same under each key in use. */
export function addressIndexes(canonical: string): Buffer<ArrayBuffer>[] {
  return blindIndexes(PURPOSE, canonical)
}
