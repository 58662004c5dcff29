import { areBackupsInTime } from '@/lib/backup/late-backups'
import { findPrivacyContact } from '@/lib/coalition/site-texts/site-links'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { isLocalSite } from '@/lib/local-site'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { sourceLocale } from '@/messages/translator'
import type { StaffRole } from '@/prisma/generated/enums'
import { areKeysConfirmed } from './confirm-keys'
import { findWorkerFacts } from './status/system-report'

/** The steps to set up a site before it goes live, in the recommended order. */
export type SetUpStep = (typeof names)[number]

const names = ['factor', 'zone', 'owner', 'moderator', 'petition', 'mail', 'contact', 'keys', 'backups'] as const

/** Steps done on the server. A site that only this computer reaches sends no mail and has no backups to test. */
const onServer: readonly SetUpStep[] = ['mail', 'backups']

export interface SetUpState {
  name: SetUpStep
  done: boolean
  /** The step can only be done on the server where the site goes live. */
  elsewhere: boolean
}

/**
 * Returns the set-up steps and whether each is done. The site checks them itself, except the copies of the keys, which
 * a person confirms. Workers report mail and backups; both steps are left out until one has reported.
 */
export async function findSetUp(by: Staff, now: Date): Promise<SetUpState[]> {
  authorise(by, 'set_up.see')
  const [me, owners, moderators, petition, keys, contact, facts] = await Promise.all([
    db().user.findUniqueOrThrow({ where: { id: by.id }, include: { _count: { select: { passkeys: true } } } }),
    countEnrolled('owner'),
    countEnrolled('moderator'),
    isOneOpen(),
    areKeysConfirmed(now),
    findPrivacyContact(sourceLocale),
    findWorkerFacts(now),
  ])
  const backups = facts.flatMap((worker) => worker.backups ?? [])[0]
  const done: Record<SetUpStep, boolean> = {
    factor: me._count.passkeys + (me.totpSince ? 1 : 0) > 1,
    zone: me.timeZone !== null && me.language !== null,
    owner: owners > 1,
    moderator: moderators > 0,
    petition,
    mail: facts.some(({ mail }) => mail.driver !== 'outbox'),
    contact: contact !== null,
    keys,
    backups: backups?.isRead === true && areBackupsInTime(backups, now),
  }
  const isKnown = (name: SetUpStep) => facts.length > 0 || (name !== 'mail' && name !== 'backups')
  const isElsewhere = (name: SetUpStep) => !done[name] && onServer.includes(name) && isLocalSite(env().SITE_URL)
  return names.filter(isKnown).map((name) => ({ name, done: done[name], elsewhere: isElsewhere(name) }))
}

/** Counts staff of this role who have a second factor. */
function countEnrolled(role: StaffRole): Promise<number> {
  const enrolled = { OR: [{ totpSince: { not: null } }, { passkeys: { some: {} } }] }
  return db().user.count({ where: { role, disabledAt: null, ...enrolled } })
}

async function isOneOpen(): Promise<boolean> {
  const inSource = { texts: { some: { locale: sourceLocale } } }
  const translated = { texts: { some: { locale: { not: sourceLocale } } } }
  return (await db().petition.count({ where: { status: 'open', AND: [inSource, translated] } })) > 0
}
