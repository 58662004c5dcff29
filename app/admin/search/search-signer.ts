import { auditSearch } from '@/lib/signatures/admin/search-signatures'
import type { Staff } from '@/lib/staff/staff'
import { sealQuery } from '@/lib/web/admin/sealed-query'

/** Logs the search for a signer. @returns the page with the results, or with the reason of a refusal */
export async function searchSigner(staff: Staff, text: string, now: Date): Promise<string> {
  const result = await auditSearch(staff, text, now)
  // Other kinds of results are shown all the same.
  if (!result.ok) return `/admin/search?q=${sealQuery(staff, 'find', text, now)}&problem=${result.reason}`
  return `/admin/search?q=${sealQuery(staff, 'search', text, now)}`
}
