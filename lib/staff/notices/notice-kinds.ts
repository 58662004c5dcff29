import { type AdminKey, type AdminTranslator, isAdminKey } from '@/messages/admin/translator'
import { deviceWords } from '../browser/device-words'

type Detail = Record<string, string>

/** What a notice says, and the page it links to. Nothing personal: others may read a mailbox too. */
interface NoticeKind {
  /**
   * Mailed at once, unless a person was mailed as often as this within the hour. The others wait for the hourly digest.
   * Requests of colleagues, however many, leave room for what concerns somebody's access.
   */
  mailsAnHour: 1 | 3 | 4
  /** In the language of the person that it is for. */
  says(words: AdminTranslator, detail: Detail): string
  path(detail: Detail): string
}

/** What staff are mailed, by its kind. */
const noticeKinds = {
  new_browser: {
    mailsAnHour: 4,
    says: (words, { device, at = '' }) =>
      words('staffMail.newBrowser', { at, device: device ? deviceWords(words, device) : words('account.otherDevice') }),
    path: () => '/admin/account',
  },
  codes_locked: {
    mailsAnHour: 4,
    says: (words, { at = '' }) => words('staffMail.codesLocked', { at }),
    path: () => '/admin/account',
  },
  /** For owners: the person's own mailbox may be in other hands. */
  staff_locked: {
    mailsAnHour: 4,
    says: (words, { role = '', at = '' }) =>
      words('staffMail.staffLocked', { at, role: sayKey(words, `code.${role}`) ?? role }),
    path: ({ staff }) => `/admin/staff/${staff ?? ''}`,
  },
  approval_waiting: aboutApproval('staffMail.approvalWaiting'),
  approval_expiring: aboutApproval('staffMail.approvalExpiring'),
  /** For the person who made the request. */
  request_approved: aboutApproval('staffMail.requestApproved'),
  request_refused: aboutApproval('staffMail.requestRefused'),
  request_expired: aboutApproval('staffMail.requestExpired'),
  /** Approved by two people, and executed at `due` unless somebody stops it. */
  act_scheduled: { ...aboutApproval('staffMail.actScheduled'), mailsAnHour: 4 },
  /** For the person and the owners: somebody was given a role, another one, or lost it. */
  role_changed: {
    mailsAnHour: 4,
    says: (words, { to = '', role = '' }) =>
      words(to === 'you' ? 'staffMail.yourRoleChanged' : 'staffMail.roleChanged', {
        role: role === '' ? words('staffMail.noRole') : (sayKey(words, `code.${role}`) ?? role),
      }),
    path: ({ staff }) => (staff ? `/admin/staff/${staff}` : '/admin/account'),
  },
  /** For owners: somebody opened many signers in a day, or searched for many. */
  many_openings: {
    mailsAnHour: 4,
    says: (words, { what = '', number = '' }) =>
      words(
        what === 'search'
          ? 'staffMail.manySearches'
          : what === 'review'
            ? 'staffMail.manyUndecided'
            : 'staffMail.manyOpenings',
        { number: Number(number) },
      ),
    path: ({ staff }) => `/admin/staff/${staff ?? ''}`,
  },
  /** Many signatures with something in common, as the page of suspicious activity lists them. */
  flood: {
    mailsAnHour: 3,
    says: (words) => words('staffMail.flood'),
    path: () => '/admin/signatures/activity',
  },
  /** Once a working day: what waits for its reader alone. */
  digest: {
    mailsAnHour: 4,
    says: (words, { since = '', ...numbers }) => {
      const list = Object.entries(numbers).flatMap(([name, shown]) => {
        const key = `queue.${name}`
        return isAdminKey(key) ? [words(key, { number: Number.parseInt(shown, 10), shown })] : []
      })
      return words(since ? 'staffMail.digestSince' : 'staffMail.digest', { list: list.join(' · '), since })
    },
    path: () => '/admin',
  },
  /** Something that somebody brought, for those who want to know at once. */
  arrived: {
    mailsAnHour: 1,
    says: (words, { queue = '' }) => words('staffMail.arrived', { what: sayKey(words, `arrival.${queue}`) ?? queue }),
    path: ({ queue = '' }) => arrivalPaths[queue] ?? '/admin',
  },
  /** For auditors, on Mondays. */
  week: {
    mailsAnHour: 4,
    says: (words, { entries = '' }) => words('staffMail.week', { entries: Number(entries) }),
    path: () => '/admin/audit',
  },
  /** For owners, who know who operates the site. */
  backup_late: {
    mailsAnHour: 1,
    says: (words, { late, days }) => {
      const drill = late === 'drill'
      return days
        ? words(drill ? 'staffMail.drillOld' : 'staffMail.backupOld', { days: Number(days) })
        : words(drill ? 'staffMail.drillMissing' : 'staffMail.backupMissing')
    },
    path: () => '/admin',
  },
  /** For owners. Mailed by a process of the admin area, as far as it can: the worker is what is silent. */
  worker_silent: {
    mailsAnHour: 4,
    says: (words, { since = '' }) =>
      since ? words('staffMail.workerSilent', { since }) : words('staffMail.workerMissing'),
    path: () => '/admin/status',
  },
  /** For owners, once a day. */
  mail_trouble: {
    mailsAnHour: 1,
    says: (words, { what }) =>
      words(
        what === 'bounces'
          ? 'staffMail.bounces'
          : what === 'complaints'
            ? 'staffMail.complaints'
            : 'staffMail.mailFailing',
      ),
    path: () => '/admin/status',
  },
  ledger_alone: {
    mailsAnHour: 1,
    says: (words) => words('staffMail.ledgerAlone'),
    path: () => '/admin/status',
  },
  /** For owners, once a day. */
  audit_broken: {
    mailsAnHour: 4,
    says: (words) => words('staffMail.auditBroken'),
    path: () => '/admin/status',
  },
  /** Somebody asked for it, to see that mail arrives. */
  mail_test: {
    mailsAnHour: 4,
    says: (words, { at = '' }) => words('staffMail.test', { at }),
    path: () => '/admin/settings',
  },
  webhook_paused: {
    mailsAnHour: 1,
    says: (words, { host = '' }) => words('staffMail.webhookPaused', { host }),
    path: ({ webhook }) => `/admin/webhooks/${webhook ?? ''}`,
  },
} satisfies Record<string, NoticeKind>

/** Where each kind of arrival waits. */
const arrivalPaths: Record<string, string> = {
  paper: '/admin/paper',
  applications: '/admin/coalition/applications',
  coSignatures: '/admin/coalition/co-signatures',
  memberChanges: '/admin/coalition/members/proposals',
}

export type NoticeKindName = keyof typeof noticeKinds

/** Every kind. */
export const noticeKindNames = Object.keys(noticeKinds) as NoticeKindName[]

/** A kind by its name; null if it no longer exists. */
export function noticeKind(name: string): NoticeKind | null {
  return Object.hasOwn(noticeKinds, name) ? noticeKinds[name as NoticeKindName] : null
}

function aboutApproval(message: AdminKey): NoticeKind {
  return {
    mailsAnHour: 3,
    // A notice that was queued before a release holds the act in words.
    says: (words, { verb = '', what = '', due = '' }) =>
      words(message, { due, what: sayKey(words, `ask.${verb.replaceAll('.', '-')}`) ?? what }),
    path: ({ approval }) => `/admin/approvals/${approval ?? ''}`,
  }
}

function sayKey(words: AdminTranslator, key: string): string | null {
  return isAdminKey(key) ? words(key) : null
}
