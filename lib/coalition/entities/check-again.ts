const HALF_A_YEAR = 180 * 86_400_000

/** Tells whether a government's address was last checked so long ago that it may have changed. */
export function isCheckedLongAgo(checkedOn: Date, now: Date): boolean {
  return now.getTime() - checkedOn.getTime() > HALF_A_YEAR
}
