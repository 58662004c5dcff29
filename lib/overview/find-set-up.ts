import { readStatus } from '@/lib/backup/backup-folder'
import { lateBackups } from '@/lib/backup/late-backups'
import { findPrivacyContact } from '@/lib/coalition/site-texts/site-links'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { sourceLocale } from '@/messages/translator'
import type { StaffRole } from '@/prisma/generated/enums'
import { areKeysConfirmed } from './confirm-keys'

/** What a site needs before it goes live, in the order in which it is best done. */
export type SetUpStep = (typeof names)[number]

const names = ['factor', 'zone', 'owner', 'moderator', 'petition', 'mail', 'contact', 'keys', 'backups'] as const

/**
 * The steps, each with whether it is done: seen from the site itself, but for the copies of the keys, which a person confirms.
 * Mail and backups are set where the worker runs: an admin process without these settings knows nothing of them, and leaves
 * them out; `npm run production:check` and the worker's notices tell there.
 */
export async function findSetUp(by: Staff, now: Date): Promise<{ name: SetUpStep; done: boolean }[]> {
  authorise(by, 'set_up.see')
  const { ROLE, MAIL_DRIVER, BACKUP_DIR } = env()
  const [me, owners, moderators, petition, keys, contact, backups] = await Promise.all([
    db().user.findUniqueOrThrow({ where: { id: by.id }, include: { _count: { select: { passkeys: true } } } }),
    countEnrolled('owner'),
    countEnrolled('moderator'),
    isOneOpen(),
    areKeysConfirmed(now),
    findPrivacyContact(sourceLocale),
    BACKUP_DIR ? areBackupsInTime(BACKUP_DIR, now) : null,
  ])
  const mail = MAIL_DRIVER !== 'outbox'
  const done: Record<SetUpStep, boolean> = {
    factor: me._count.passkeys + (me.totpSince ? 1 : 0) > 1,
    zone: me.timeZone !== null && me.language !== null,
    owner: owners > 1,
    moderator: moderators > 0,
    petition,
    mail,
    contact: contact !== null,
    keys,
    backups: backups === true,
  }
  const isKnown = (name: SetUpStep) =>
    ROLE === 'all' || (name === 'mail' ? mail : name === 'backups' ? backups !== null : true)
  return names.filter(isKnown).map((name) => ({ name, done: done[name] }))
}

/** Null where the folder's status cannot be read. */
function areBackupsInTime(folder: string, now: Date): Promise<boolean | null> {
  return readStatus(folder).then(
    (status) => lateBackups(status, now) === null,
    () => null,
  )
}

/** Those who can sign in with both factors. */
function countEnrolled(role: StaffRole): Promise<number> {
  const enrolled = { OR: [{ totpSince: { not: null } }, { passkeys: { some: {} } }] }
  return db().user.count({ where: { role, disabledAt: null, ...enrolled } })
}

async function isOneOpen(): Promise<boolean> {
  const [found] = await db().$queryRaw<{ there: boolean }[]>`
    SELECT EXISTS (SELECT FROM petition p WHERE p.status = 'open'
      AND EXISTS (SELECT FROM petition_text t WHERE t.petition_id = p.id AND t.locale = ${sourceLocale})
      AND EXISTS (SELECT FROM petition_text t WHERE t.petition_id = p.id AND t.locale <> ${sourceLocale})) AS there`
  return found?.there ?? false
}
