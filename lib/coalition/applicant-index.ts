import { canonicalEmail } from '@/lib/input/canonical-email'
import { blindIndexes } from '@/lib/vault/blind-index'
import type { ApplicationRecord } from './application-record'

/**
 * By what an application posted twice is known to be the same, under each key in use: all that it says. Another one of the
 * same name and address waits beside it, each under a link of its own.
 */
export function applicantIndexes(kind: string, country: string, record: ApplicationRecord): Buffer<ArrayBuffer>[] {
  const { name, contact, email, website, comment } = record
  const canonical = canonicalEmail(email)?.canonical ?? email
  return blindIndexes('application', kind, canonical, JSON.stringify([name, contact, country, website, comment]))
}
