import { type AdminKey, type AdminTranslator, isAdminKey } from '@/messages/admin/translator'
import { deviceWords } from '../browser/device-words'

type Detail = Record<string, string>

/** A kind of notice: its message and the page it links to. Nothing personal, since others may read a mailbox too. */
interface NoticeKind {
  /**
   * Mailed at once, unless the person got this many mails within the hour; then it waits. Lower numbers for requests
   * leave room for notices about access.
   */
  mailsAnHour: 1 | 3 | 4
  /** The message, in the reader's language. */
  says(words: AdminTranslator, detail: Detail): string
  path(detail: Detail): string
}

/** The notices that staff get. */
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
  /** Approved by a second person, and executed at `due` unless somebody stops it. */
  act_scheduled: { ...aboutApproval('staffMail.actScheduled'), mailsAnHour: 4 },
  /** For the person and the owners: somebody's role was given, changed or removed. */
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
  /** Once a working day: the numbers of the reader's queues. */
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
  /** For those who chose "at once": something came in from others. */
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
  /** For owners, who know the site's operator. */
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
  /** For owners. An admin process mails it if it can, since the worker does not run. */
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
  /** The test mail that somebody requested. */
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

/** The page of each kind of arrival. */
const arrivalPaths: Record<string, string> = {
  paper: '/admin/paper',
  applications: '/admin/coalition/applications',
  coSignatures: '/admin/coalition/co-signatures',
  memberChanges: '/admin/coalition/members/proposals',
}

export type NoticeKindName = keyof typeof noticeKinds

export const noticeKindNames = Object.keys(noticeKinds) as NoticeKindName[]

/** A kind by its name; null if it no longer exists. */
export function noticeKind(name: string): NoticeKind | null {
  return Object.hasOwn(noticeKinds, name) ? noticeKinds[name as NoticeKindName] : null
}

function aboutApproval(message: AdminKey): NoticeKind {
  return {
    mailsAnHour: 3,
    // Notices queued before an upgrade hold the act as text.
    says: (words, { verb = '', what = '', due = '' }) =>
      words(message, { due, what: sayKey(words, `ask.${verb.replaceAll('.', '-')}`) ?? what }),
    path: ({ approval }) => `/admin/approvals/${approval ?? ''}`,
  }
}

function sayKey(words: AdminTranslator, key: string): string | null {
  return isAdminKey(key) ? words(key) : null
}
