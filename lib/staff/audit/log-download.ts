import type { Staff } from '../staff'
import { staffWrite } from '../staff-write'

/** Logs that somebody downloaded entries, with the filter and their number. */
export function logDownload(by: Staff, filter: URLSearchParams, entries: number, now: Date): Promise<void> {
  return staffWrite(by, 'audit.read', now, async ({ log }) =>
    log('audit.download', 'audit:log', { filter: filter.toString(), entries }),
  )
}
