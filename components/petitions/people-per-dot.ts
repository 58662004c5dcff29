const MAX_DOTS = 800

/** The number of people per dot: 1, 2, 5, 10, 20, 50 … so that the field has at most 800 dots. */
export function peoplePerDot(count: number): number {
  for (let power = 1; ; power *= 10) {
    const fitting = [1, 2, 5].map((step) => step * power).find((people) => count / people <= MAX_DOTS)
    if (fitting) return fitting
  }
}
