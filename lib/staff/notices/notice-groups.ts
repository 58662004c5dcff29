import type { NoticeKindName } from './notice-kinds'

/**
 * What staff may turn off, and the kinds of notices in each. What is about somebody's access, about acts that are under
 * way and about the server cannot be turned off.
 */
const noticeGroups = {
  digest: ['digest', 'week'],
  requests: ['approval_waiting', 'approval_expiring'],
  outcomes: ['request_approved', 'request_refused', 'request_expired'],
  floods: ['flood'],
} as const satisfies Record<string, readonly NoticeKindName[]>

export type NoticeGroup = keyof typeof noticeGroups

/** Every group, in the order in which the account page lists them. */
export const noticeGroupNames = Object.keys(noticeGroups) as NoticeGroup[]

/** The group of a kind; null for one that cannot be turned off. */
export function groupOf(kind: NoticeKindName): NoticeGroup | null {
  return noticeGroupNames.find((name) => (noticeGroups[name] as readonly NoticeKindName[]).includes(kind)) ?? null
}
