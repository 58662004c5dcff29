/** The reason for suppressing an address: mail to it bounced, or its owner reported one of ours as spam. */
export type SuppressionReason = 'bounce' | 'complaint'

const DAY = 86_400_000

/**
 * Days after a bounce in which no mail of this kind is sent to the address. A mail just requested with a form is tried
 * again after a day: mailboxes come back, and providers make mistakes.
 */
const afterBounce: Record<string, number> = { mailing: 90, reminder: 90, staff_link: 0, staff_notice: 0 }
const AFTER_BOUNCE = 1

/**
 * Kinds that are sent in spite of a complaint: access to one's own data or a member's page, and staff mail. After a
 * complaint, the person who types the address into a form again may not be its owner.
 */
const despiteComplaint = ['access_link', 'member_link', 'staff_link', 'staff_notice']

/** Whether a suppression stops a mail of this kind (docs/decisions/0015-mailings-and-suppression.md). */
export function suppressionPolicy(
  { reason, suppressedAt }: { reason: SuppressionReason; suppressedAt: Date },
  kind: string,
  now: Date,
): boolean {
  if (reason === 'complaint') return !despiteComplaint.includes(kind)
  return now.getTime() - suppressedAt.getTime() < (afterBounce[kind] ?? AFTER_BOUNCE) * DAY
}
