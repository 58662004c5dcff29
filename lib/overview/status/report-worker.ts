import { stat } from 'node:fs/promises'
import { listBases, readStatus } from '@/lib/backup/backup-folder'
import { env } from '@/lib/env'
import { isLocalSite } from '@/lib/local-site'
import {
  dkimSelector,
  readSenderRecords,
  type SenderFault,
  senderDomain,
  senderFaults,
} from '@/lib/mail/sender-records'
import { countMailDays } from './mail-days'
import { clockAhead, freeDisk } from './read-machine'
import { readMailOutcomes } from './read-mail'
import { findRelease } from './release'
import { noteWorkerFacts, type WorkerFacts } from './system-report'

const HOUR = 3_600_000
const TEN_MINUTES = HOUR / 6

/**
 * Returns a function that stores this worker's status report. It looks up the DNS records of the sender's domain once
 * an hour, and counts the day's mails every ten minutes.
 * @param worker its id, as in its heartbeat
 */
export function reportWorker(worker: string): (now: Date) => Promise<void> {
  let looked: { at: number; faults: SenderFault[] } | undefined
  let counted = Number.NEGATIVE_INFINITY

  async function findFaults(domain: string, now: Date): Promise<SenderFault[]> {
    if (!looked || now.getTime() - looked.at >= HOUR)
      looked = {
        at: now.getTime(),
        faults: senderFaults(await readSenderRecords(domain, dkimSelector(env())), env().MAIL_DRIVER),
      }
    return looked.faults
  }

  return async (now) => {
    const { BACKUP_DIR, DATA_DIR, MAIL_DRIVER, MAIL_FROM, MAIL_NEUTRAL, SITE_URL } = env()
    const domain = senderDomain(MAIL_FROM)
    const [release, ahead, free, backups, faults, outcomes] = await Promise.all([
      findRelease(),
      clockAhead(),
      freeDisk(DATA_DIR),
      BACKUP_DIR ? readBackups(BACKUP_DIR) : null,
      domain && MAIL_DRIVER !== 'outbox' && !isLocalSite(SITE_URL) ? findFaults(domain, now) : null,
      readMailOutcomes(now),
    ])
    const dkim = dkimSelector(env()) !== null
    const mail = { driver: MAIL_DRIVER, from: MAIL_FROM, faults, dkim, neutral: MAIL_NEUTRAL, outcomes }
    await noteWorkerFacts(worker, { release, clockAhead: ahead, freeDisk: free, mail, backups }, now)
    if (now.getTime() - counted >= TEN_MINUTES) {
      await countMailDays(now)
      counted = now.getTime()
    }
  }
}

/** Reads the backup folder: its status file, copies and free space. */
async function readBackups(folder: string): Promise<NonNullable<WorkerFacts['backups']>> {
  const [status, bases, free] = await Promise.all([
    readStatus(folder).catch(() => null),
    listBases(folder).catch(() => []),
    freeDisk(folder),
  ])
  const newest = bases.at(-1)
  return {
    isRead: status !== null,
    backedUpAt: status?.backedUpAt ?? null,
    archivedAt: status?.archivedAt ?? null,
    drilledAt: status?.drilledAt ?? null,
    copies: bases.length,
    newest: newest
      ? await stat(newest.path).then(
          ({ size }) => size,
          () => null,
        )
      : null,
    freeDisk: free,
  }
}
