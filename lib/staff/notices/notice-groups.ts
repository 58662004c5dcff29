import type { NoticeTiming } from '@/prisma/generated/enums'
import type { Verb } from '../roles'
import type { NoticeKindName } from './notice-kinds'

interface Group {
  /** Its kinds of notices, except those whose timing is decided before they are queued (lib/overview). */
  kinds: readonly NoticeKindName[]
  /** When its notices can be mailed, the default first. */
  timings: readonly [NoticeTiming, ...NoticeTiming[]]
  /** Only people who may use this verb get its notices. */
  verb?: Verb
}

/**
 * Notices that staff can get at once, in the morning's digest, or not at all. Notices about access, acts that are under
 * way and the server are in no group: they are always mailed.
 */
const groups = {
  // Requests expire after a day, so they cannot wait for the next digest.
  requests: { kinds: ['approval_waiting'], timings: ['at_once', 'off'], verb: 'approval.decide' },
  expiring: { kinds: ['approval_expiring'], timings: ['at_once', 'off'], verb: 'approval.decide' },
  outcomes: {
    kinds: ['request_approved', 'request_refused', 'request_expired'],
    timings: ['at_once', 'digest', 'off'],
  },
  floods: { kinds: ['flood'], timings: ['at_once', 'digest', 'off'], verb: 'signature.hold' },
  // The digest shows only their number.
  arrivals: { kinds: [], timings: ['digest', 'at_once', 'off'], verb: 'approval.decide' },
  digest: { kinds: [], timings: ['digest', 'off'], verb: 'approval.decide' },
  week: { kinds: [], timings: ['digest', 'off'], verb: 'approval.list' },
} as const satisfies Record<string, Group>

export type NoticeGroup = keyof typeof groups

/** The groups, in the order of the notices page. */
export const noticeGroups: Readonly<Record<NoticeGroup, Group>> = groups

export const noticeGroupNames = Object.keys(groups) as NoticeGroup[]

/** The group of a kind; null for one that is always mailed. */
export function groupOf(kind: NoticeKindName): NoticeGroup | null {
  return noticeGroupNames.find((name) => noticeGroups[name].kinds.includes(kind)) ?? null
}

/** A person's choices, as stored in their row. */
export interface NoticeChoice {
  noticesOff: readonly string[]
  noticesDigested: readonly string[]
}

/** When notices of a group are mailed to a person. */
export function timingOf(group: NoticeGroup, { noticesOff, noticesDigested }: NoticeChoice): NoticeTiming {
  const { timings } = noticeGroups[group]
  if (noticesOff.includes(group)) return 'off'
  const chosen: NoticeTiming = noticesDigested.includes(group) ? 'digest' : 'at_once'
  return timings.includes(chosen) ? chosen : timings[0]
}
