/** Days for which personal data are kept after delivery, and months after opening. */
const DAYS_AFTER_DELIVERY = 30
export const MONTHS_AFTER_OPENING = 21

/** When the personal data of a petition's signers are deleted: the earlier of the two. Null if it was never opened. */
export function retentionDeadline({
  openedAt,
  deliveredAt,
}: {
  openedAt: Date | null
  deliveredAt: Date | null
}): Date | null {
  if (!openedAt) return null
  const longest = new Date(openedAt)
  longest.setUTCMonth(longest.getUTCMonth() + MONTHS_AFTER_OPENING)
  if (!deliveredAt) return longest
  const delivered = new Date(deliveredAt.getTime() + DAYS_AFTER_DELIVERY * 86_400_000)
  return delivered < longest ? delivered : longest
}
