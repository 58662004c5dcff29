import type { Staff } from '../staff'
import { staffWrite } from '../staff-write'

/** Records that somebody downloaded entries of the log, by which filter, and how many. */
export function logDownload(by: Staff, filter: URLSearchParams, entries: number, now: Date): Promise<void> {
  return staffWrite(by, 'audit.read', now, async ({ log }) =>
    log('audit.download', 'audit:log', { filter: filter.toString(), entries }),
  )
}
