import type { EmailAddress } from '@/lib/input/canonical-email'
import { blindIndex } from '@/lib/vault/blind-index'

/** What a person typed, as far as it makes one form another. */
export interface SignedContent {
  name: string
  email: EmailAddress
  comment: string | null
  country: string
  display: string
  updates: boolean
  via: string | null
}

/** Keyed hash of what was signed: the same form posted twice is recognised, and nothing can be read from it. 32 bytes. */
export function contentMac(petitionId: string, content: SignedContent): Buffer<ArrayBuffer> {
  const { name, email, comment, country, display, updates, via } = content
  return blindIndex('content', petitionId, JSON.stringify([name, email, comment, country, display, updates, via]))
}
