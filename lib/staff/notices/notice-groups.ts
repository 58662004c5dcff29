import type { NoticeTiming } from '@/prisma/generated/enums'
import type { Verb } from '../roles'
import type { NoticeKindName } from './notice-kinds'

interface Group {
  /** The kinds of notices in it, but for those whose time is decided before they are queued (lib/overview). */
  kinds: readonly NoticeKindName[]
  /** When its notices can be mailed, the default first. */
  timings: readonly [NoticeTiming, ...NoticeTiming[]]
  /** Whoever may not do it gets none of its notices. */
  verb?: Verb
}

/**
 * What staff may have at once, in the morning's digest, or not at all. What is about somebody's access, about acts that
 * are under way and about the server is in no group: it is always mailed.
 */
const groups = {
  // They expire after a day: by the next digest they may be over.
  requests: { kinds: ['approval_waiting'], timings: ['at_once', 'off'], verb: 'approval.decide' },
  expiring: { kinds: ['approval_expiring'], timings: ['at_once', 'off'], verb: 'approval.decide' },
  outcomes: {
    kinds: ['request_approved', 'request_refused', 'request_expired'],
    timings: ['at_once', 'digest', 'off'],
  },
  floods: { kinds: ['flood'], timings: ['at_once', 'digest', 'off'], verb: 'signature.hold' },
  // In the digest they are numbers among what waits.
  arrivals: { kinds: [], timings: ['digest', 'at_once', 'off'], verb: 'approval.decide' },
  digest: { kinds: [], timings: ['digest', 'off'], verb: 'approval.decide' },
  week: { kinds: [], timings: ['digest', 'off'], verb: 'approval.list' },
} as const satisfies Record<string, Group>

export type NoticeGroup = keyof typeof groups

/** The groups in the order in which the page of notices lists them. */
export const noticeGroups: Readonly<Record<NoticeGroup, Group>> = groups

/** Their names. */
export const noticeGroupNames = Object.keys(groups) as NoticeGroup[]

/** The group of a kind; null for one that is always mailed. */
export function groupOf(kind: NoticeKindName): NoticeGroup | null {
  return noticeGroupNames.find((name) => noticeGroups[name].kinds.includes(kind)) ?? null
}

/** What a person has chosen, as their row holds it. */
export interface NoticeChoice {
  noticesOff: readonly string[]
  noticesDigested: readonly string[]
}

/** When a person is mailed the notices of a group. */
export function timingOf(group: NoticeGroup, { noticesOff, noticesDigested }: NoticeChoice): NoticeTiming {
  const { timings } = noticeGroups[group]
  if (noticesOff.includes(group)) return 'off'
  const chosen: NoticeTiming = noticesDigested.includes(group) ? 'digest' : 'at_once'
  return timings.includes(chosen) ? chosen : timings[0]
}
