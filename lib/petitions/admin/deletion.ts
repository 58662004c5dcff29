import { retentionDeadline } from '../retention-deadline'
import { timeOfDay } from './time-of-day'

/** In ms: the least time for undoing a delivery before personal data are deleted. */
const MIN_NOTICE = 7 * 86_400_000

type Clock = Parameters<typeof retentionDeadline>[0]

/** When personal data would be deleted after a delivery on that day; null if it cannot have been delivered then. */
export function deletionAfter({ openedAt }: Clock, day: string, now: Date): Date | null {
  const deliveredAt = timeOfDay(day, now)
  const opened = openedAt?.toISOString().slice(0, 10)
  return deliveredAt && opened && opened <= day ? retentionDeadline({ openedAt, deliveredAt }) : null
}

/**
 * Whether personal data would be deleted so soon that a mistake could hardly be noticed in time: then the step is
 * delayed by a day after approval.
 */
export function isSoon(petition: Clock, day: string, now: Date): boolean {
  const [before, after] = [retentionDeadline(petition), deletionAfter(petition, day, now)]
  return before !== null && after !== null && after < before && after.getTime() - now.getTime() < MIN_NOTICE
}
