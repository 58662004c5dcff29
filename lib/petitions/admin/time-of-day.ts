import { isoDay, readDay } from '@/lib/input/day'

/** The time for a chosen day: now for today, its beginning for an earlier one; otherwise null. */
export function timeOfDay(text: string, now: Date): Date | null {
  const day = readDay(text)
  if (!day || day > now) return null
  return isoDay(day) === isoDay(now) ? now : day
}
