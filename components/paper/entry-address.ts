import { env } from '@/lib/env'

/** The staff's page to enter a sheet, with petition, member and serial filled in. */
export function entryAddress(petition: string, via: string | null, serial: string): string {
  const query = new URLSearchParams({ petition, serial, ...(via ? { via } : {}) })
  return `${env().ADMIN_URL}/admin/paper/new?${query}`
}
