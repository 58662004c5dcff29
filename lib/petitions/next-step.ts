/** 1, 2, 5, 10, 20, 50, … */
const LEADING = [1, 2, 5, 10]

/**
 * The number that an open petition heads for once its goal is reached: the next of 1, 2, 5, 10, 20, 50 and so on above
 * its count. Staff can set a higher goal at any time.
 * @returns null before the goal is reached
 */
export function nextStep(goal: number, count: number): number | null {
  if (goal <= 0 || count < goal) return null
  const power = 10 ** Math.floor(Math.log10(count))
  return (LEADING.find((one) => one * power > count) ?? 20) * power
}
