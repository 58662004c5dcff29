/** Above so many signatures a counted sheet is withdrawn by two people, as for signatures (lib/bulk-actions). */
const ALONE = 100

export function requiresApproval(signatures: number): boolean {
  return signatures > ALONE
}
