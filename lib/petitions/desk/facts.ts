/** Whether it can be part of an address; the database asks the same. */
export function isSlug(text: string): boolean {
  return text.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}

export function isGoal(goal: number): boolean {
  return Number.isInteger(goal) && goal > 0 && goal <= 100_000_000
}

/** A day as a form gives it (`2026-11-21`), at its beginning in UTC; null for anything else. */
export function readDay(text: string): Date | null {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  // 31 February is a day of March to some.
  return day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : null
}
