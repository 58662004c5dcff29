/** Why an address gets no mail: it took none, or its owner called one of ours unwanted. */
export type SuppressionReason = 'bounce' | 'complaint'

const DAY = 86_400_000

/**
 * Days after a bounce during which nothing of a kind is sent to the address. A mail that somebody has just asked for
 * with a form is tried again after a day: mailboxes come back, and providers err.
 */
const afterBounce: Record<string, number> = { update: 90, staff_link: 0, staff_notice: 0 }
const AFTER_BOUNCE = 1

/**
 * Kinds that go out after a complaint all the same: the way to one's own data, and to the desk. A complaint means
 * "write to me no more": whoever types the address into a form again is perhaps not its owner.
 */
const despiteComplaint = ['access_link', 'staff_link', 'staff_notice']

/** Whether a suppression keeps a mail of this kind back (docs/decisions/0015-mailings-and-suppression.md). */
export function suppressionPolicy(
  { reason, suppressedAt }: { reason: SuppressionReason; suppressedAt: Date },
  kind: string,
  now: Date,
): boolean {
  if (reason === 'complaint') return !despiteComplaint.includes(kind)
  return now.getTime() - suppressedAt.getTime() < (afterBounce[kind] ?? AFTER_BOUNCE) * DAY
}
