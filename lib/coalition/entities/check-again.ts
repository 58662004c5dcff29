const HALF_A_YEAR = 180 * 86_400_000

/** Whether the page that names a government's address was checked so long ago that its office may have another by now. */
export function isCheckedLongAgo(checkedOn: Date, now: Date): boolean {
  return now.getTime() - checkedOn.getTime() > HALF_A_YEAR
}
