import { readDay } from '@/lib/input/day'

/** The moment for a day that somebody chose: now for today, its beginning for an earlier one. Null for any other. */
export function momentOf(text: string, now: Date): Date | null {
  const day = readDay(text)
  if (!day || day > now) return null
  return day.toISOString().slice(0, 10) === now.toISOString().slice(0, 10) ? now : day
}
