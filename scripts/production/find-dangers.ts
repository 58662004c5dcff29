import type { BackupStatus } from '@/lib/backup/backup-folder'
import { lateBackups } from '@/lib/backup/late-backups'
import type { Env } from '@/lib/env'
import { isLocalSite } from '@/lib/local-site'
import {
  dkimSelector,
  type SenderFault,
  type SenderRecords,
  senderDomain,
  senderFaults,
} from '@/lib/mail/sender-records'
import { MAX_CLOCKS_APART, MIN_FREE_DISK } from '@/lib/overview/status/thresholds'

/** The facts read of the machine, the database and the sender's domain; null where one could not be read. */
export interface Facts extends SenderRecords {
  settings: Pick<Env, 'SITE_URL' | 'ADMIN_URL' | 'ROLE' | 'MAIL_DRIVER' | 'MAIL_FROM' | 'PRIVACY_CONTACT'> &
    Partial<
      Pick<
        Env,
        | 'SEAL_PRIVATE_KEY'
        | 'SECURITY_CONTACT'
        | 'BACKUP_DIR'
        | 'WEBHOOKS_TO_LOOPBACK'
        | 'CHROMIUM_PATH'
        | 'MAIL_DKIM_SELECTOR'
      >
    >
  /** `apart`: how many ms this machine's clock and the database's were apart when it answered. */
  database: { synchronousCommit: string; fsync: string; account: string; isSuperuser: boolean; apart: number } | null
  now: Date
  /** In bytes, where the data of this process is. */
  freeDisk: number | null
  /** The browser of CHROMIUM_PATH, and the languages whose letters it lacks; null where it does not start. */
  browser: { lacking: string[] } | null
  /** How many pictures to share lack their petition's title; null where it could not be read. */
  untitled: number | null
  /** The status in the folder of the backups. */
  backups: BackupStatus | null
}

const GB = 1e9
const SECOND = 1_000

/** The faults and dangers of a site that others reach, a sentence each; an empty list if nothing was found. */
export function findDangers(facts: Facts): string[] {
  return [
    ...ofSettings(facts),
    ...ofDatabase(facts),
    ...ofMachine(facts),
    ...ofBackups(facts),
    ...ofPapers(facts),
    ...ofSender(facts),
  ]
}

function* ofSettings({ settings }: Facts): Generator<string> {
  const { SITE_URL, ADMIN_URL, ROLE, MAIL_DRIVER } = settings
  if (isLocalSite(SITE_URL))
    yield `SITE_URL is ${SITE_URL}: nobody else reaches that. Set it to https:// and the host name.`
  else if (!SITE_URL.startsWith('https:')) yield 'SITE_URL is not https: what signers type can be read on the way.'
  if (ROLE === 'all')
    yield 'ROLE=all: the process that visitors reach holds the private key. Run ROLE=web, ROLE=admin and ROLE=worker instead.'
  if (ROLE === 'web' && settings.SEAL_PRIVATE_KEY)
    yield 'The private key is in the web process: take SEAL_PRIVATE_KEY out of its environment.'
  if (ROLE !== 'all' && ADMIN_URL === SITE_URL)
    yield 'ADMIN_URL is not set: staff mails lead to a host without an admin area.'
  if (MAIL_DRIVER === 'outbox' && isWorker(settings))
    yield 'MAIL_DRIVER=outbox: no mail leaves this machine, so nobody can confirm. Set MAIL_DRIVER=resend or smtp.'
  if (settings.WEBHOOKS_TO_LOOPBACK)
    yield 'WEBHOOKS_TO_LOOPBACK is set: the worker would post to what listens on its own machine. Leave it out.'
  if (!settings.PRIVACY_CONTACT)
    yield 'PRIVACY_CONTACT is not set: unless staff have set a contact under Site texts, the privacy notice names nobody.'
  if (!settings.SECURITY_CONTACT) yield 'SECURITY_CONTACT is not set: nobody learns where to report a vulnerability.'
}

function* ofDatabase({ database }: Facts): Generator<string> {
  if (!database) {
    yield 'The database does not answer.'
    return
  }
  if (database.synchronousCommit === 'off')
    yield 'synchronous_commit is off: a signature that was thanked for can be lost when the database dies. Set it to on.'
  if (database.fsync === 'off') yield 'fsync is off: the database can be destroyed by a power cut. Set it to on.'
  if (database.isSuperuser)
    yield `The account ${database.account} may do everything in the database. Use its own for each process (npm run database:roles).`
  if (database.apart > MAX_CLOCKS_APART)
    yield `The clocks of this machine and of the database are ${Math.round(database.apart / SECOND)} seconds apart. Start chrony or systemd-timesyncd.`
}

/** Of the worker alone: the others keep nothing in DATA_DIR, which in `deploy/` is a small file system in memory. */
function* ofMachine({ settings, freeDisk }: Facts): Generator<string> {
  if (isWorker(settings) && freeDisk !== null && freeDisk < MIN_FREE_DISK)
    yield `Only ${(freeDisk / GB).toFixed(1)} GB of disk are free where DATA_DIR is: keep ${MIN_FREE_DISK / GB} free.`
}

/** Whether the process sends mail and looks after the backups. */
function isWorker({ ROLE }: Facts['settings']): boolean {
  return ROLE === 'worker' || ROLE === 'all'
}

function* ofBackups({ settings, backups, now }: Facts): Generator<string> {
  if (!isWorker(settings)) return
  if (!settings.BACKUP_DIR) {
    yield 'BACKUP_DIR is not set: nobody is warned when there is no backup (docs/operations/backups.md).'
    return
  }
  const late = backups === null ? `${settings.BACKUP_DIR} cannot be read` : lateBackups(backups, now)
  if (late) yield `Backups: ${late} (docs/operations/backups.md).`
}

/** The faults of the worker's browser, which makes PDFs of deliveries and titles of pictures. */
function* ofPapers({ settings: { CHROMIUM_PATH, ...settings }, browser, untitled }: Facts): Generator<string> {
  if (!isWorker({ ...settings, CHROMIUM_PATH })) return
  if (untitled)
    yield `${untitled} pictures to share lack the title of their petition: set CHROMIUM_PATH for the worker, or run npm run print-pages.`
  if (!CHROMIUM_PATH)
    yield 'CHROMIUM_PATH is not set: packs of deliveries hold no PDFs, and a new title is on no picture until npm run print-pages.'
  else if (!browser) yield `CHROMIUM_PATH is ${CHROMIUM_PATH}, which is no Chromium that starts here.`
  else if (browser.lacking.length > 0)
    yield `The browser of CHROMIUM_PATH lacks the letters of ${browser.lacking.join(', ')}: install fonts, or PDFs and titles are left out in these.`
}

function* ofSender({ settings, ...records }: Facts): Generator<string> {
  const domain = senderDomain(settings.MAIL_FROM)
  if (!isWorker(settings)) return
  if (!domain) {
    yield 'MAIL_FROM has no domain of yours: nobody would take its mail.'
    return
  }
  const sentences: Record<SenderFault, string> = {
    not_looked_up: `The records of ${domain} could not be looked up.`,
    no_spf: `${domain} has no SPF record: many mailboxes take its mail for spam.`,
    open_spf: `The SPF record of ${domain} lets everybody send in its name (+all).`,
    no_dkim: `${dkimSelector(settings)}._domainkey.${domain} has no DKIM key: mailboxes cannot tell its mail from forged mail.`,
    no_dmarc: `${domain} has no DMARC record: anybody can send in its name. Publish one at _dmarc.${domain}.`,
    dmarc_none: `The DMARC policy of ${domain} is p=none: forged mail in its name is delivered. Set quarantine or reject.`,
  }
  if (records.dkim === 'unknown' && settings.MAIL_DRIVER !== 'outbox')
    yield `Whether ${domain} has a DKIM key is not known: set MAIL_DKIM_SELECTOR to the selector that your provider signs with.`
  for (const fault of senderFaults(records, settings.MAIL_DRIVER)) yield sentences[fault]
}
