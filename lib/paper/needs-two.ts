/** Above so many signatures a counted sheet is withdrawn by two people, as for signatures (lib/signatures/bulk). */
const ALONE = 100

export function needsTwo(signatures: number): boolean {
  return signatures > ALONE
}
