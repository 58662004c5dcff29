import { canonicalEmail } from '@/lib/input/canonical-email'
import { blindIndexes } from '@/lib/vault/blind-index'
import type { ApplicationRecord } from './application-record'

/**
 * The index by which a repeated application is recognised, under each key in use: it covers all of its content. A
 * different application with the same name and address is stored separately, each with its own link.
 */
export function applicantIndexes(kind: string, country: string, record: ApplicationRecord): Buffer<ArrayBuffer>[] {
  const { name, contact, email, website, comment } = record
  const canonical = canonicalEmail(email)?.canonical ?? email
  return blindIndexes('application', kind, canonical, JSON.stringify([name, contact, country, website, comment]))
}
