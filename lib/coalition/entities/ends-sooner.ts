import { isoDay } from '@/lib/input/day'
/**
 * Whether a member's leaving day, changed to another, deletes something that would have stayed: it had none, or its
 * contacts and proposals were still there. Days as ISO 8601 writes them, or nothing.
 */
export function endsSooner(before: string, after: string, now: Date): boolean {
  if (after === '') return false
  return before === '' || (after < before && before > isoDay(now))
}
