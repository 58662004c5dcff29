export function isGoal(goal: number): boolean {
  return Number.isInteger(goal) && goal > 0 && goal <= 100_000_000
}
