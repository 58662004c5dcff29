/** What a notice says, and the page it links to. Nothing personal: others may read a mailbox too. */
interface NoticeKind {
  /** Mailed at once; the others wait for the hourly digest. */
  urgent: boolean
  says(detail: Record<string, string>): string
  path(detail: Record<string, string>): string
}

/** What staff are mailed, by its kind. */
const noticeKinds = {
  new_browser: {
    urgent: true,
    says: ({ device = 'a browser', at = '' }) =>
      `Someone signed in to your account from a new browser: ${device}, ${at} UTC. If it was not you, end that session and tell an owner.`,
    path: () => '/admin/account',
  },
  codes_locked: {
    urgent: true,
    says: ({ at = '' }) =>
      `Someone with access to your sign-in links entered eight wrong codes, ${at} UTC. No code is accepted for 15 minutes. If it was not you, someone can read your mailbox: tell an owner.`,
    path: () => '/admin/account',
  },
  /** For owners: the person's own mailbox may be in other hands. */
  staff_locked: {
    urgent: true,
    says: ({ role = 'colleague', at = '' }) =>
      `Someone entered eight wrong codes in a session opened by a link to a ${role}’s mailbox, ${at} UTC. Ask them whether it was them. If not, someone can read their mailbox.`,
    path: ({ staff }) => `/admin/staff/${staff ?? ''}`,
  },
  /** A request for approval. `what` in words. */
  approval_waiting: {
    urgent: false,
    says: ({ what = 'an act' }) => `Approval requested: ${what}.`,
    path: ({ approval }) => `/admin/approvals/${approval ?? ''}`,
  },
  /** Approved by two people, and executed at `due` unless somebody stops it. */
  act_scheduled: {
    urgent: true,
    says: ({ what = 'An act', due = 'soon' }) =>
      `Approved by two people: ${what}. It will be executed at ${due} UTC; until then anyone on the staff can stop it.`,
    path: ({ approval }) => `/admin/approvals/${approval ?? ''}`,
  },
  appeals_waiting: {
    urgent: false,
    says: ({ count = '' }) => `Appeals awaiting review: ${count}.`,
    path: () => '/admin/signatures?state=held',
  },
  held_waiting: {
    urgent: false,
    says: ({ count = '' }) => `Held signatures awaiting review: ${count}.`,
    path: () => '/admin/signatures?state=held',
  },
  /** For owners, who know who operates the site. */
  backup_late: {
    urgent: false,
    says: ({ what = 'a backup is missing' }) => `Tell whoever operates the server: ${what}.`,
    path: () => '/admin',
  },
  webhook_paused: {
    urgent: false,
    says: ({ host = 'an address' }) =>
      `The webhook at ${host} is paused: it did not take a message within three days, or answered that it is gone. What happens meanwhile waits for 30 days.`,
    path: ({ webhook }) => `/admin/webhooks/${webhook ?? ''}`,
  },
} satisfies Record<string, NoticeKind>

export type NoticeKindName = keyof typeof noticeKinds

/** A kind by its name; null if it no longer exists. */
export function noticeKind(name: string): NoticeKind | null {
  return Object.hasOwn(noticeKinds, name) ? noticeKinds[name as NoticeKindName] : null
}
