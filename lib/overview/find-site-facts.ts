import { findSiteText } from '@/lib/coalition/site-texts/find-site-text'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { MAX_PER_HOUR } from '@/lib/integrity/rate-limits'
import { quietRule } from '@/lib/ledger/batch-schedule/quiet-rule'
import { unnamedCountries } from '@/lib/petitions/unnamed-countries'
import { SOLO_QUOTA } from '@/lib/signatures/solo-quota/solo-quota'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { sourceLocale } from '@/messages/translator'
import { keyName } from './confirm-keys'
import { findWorkerFacts } from './status/system-report'

/** What a process knows about how the site is set up, besides what owners set themselves (site-settings.ts). */
export interface SiteFacts {
  /** Who reads mail of the public; `onServer`: set by the environment, which wins. */
  contacts: {
    name: 'privacy' | 'corrections' | 'security' | 'contact' | 'press' | 'donate'
    value: string | null
    onServer: boolean
  }[]
  mail: { driver: string; from: string; neutral: boolean; leaves: boolean }
  /** In seconds; null: at once. */
  quiet: { least: number; most: number } | null
  /** In seconds: between the approval and the act. */
  approvalDelay: number
  countriesUnnamed: string[]
  /** Signatures that one person can change alone within 24 hours. */
  solo: number
  /** Forms an hour of one network, by the form alone. */
  ofNetwork: number
  keys: { name: string; confirmedAt: Date | null }
  /** Null where no worker knows of backups. */
  backups: { backedUpAt: Date | null; drilledAt: Date | null } | null
}

/** Reads it. No secrets. */
export async function findSiteFacts(by: Staff, now: Date): Promise<SiteFacts> {
  authorise(by, 'settings.read')
  const set = env()
  const subject = `key:${keyName()}`
  const [contact, confirmed, workers] = await Promise.all([
    findSiteText('contact', sourceLocale),
    db().auditEntry.findFirst({ where: { verb: 'keys.confirm', subject }, orderBy: { seq: 'desc' } }),
    findWorkerFacts(now),
  ])
  const backups = workers.flatMap((worker) => worker.backups ?? [])[0] ?? null
  // The worker sends: where it has reported, its settings count.
  const own = { driver: set.MAIL_DRIVER, from: set.MAIL_FROM, neutral: set.MAIL_NEUTRAL }
  const { driver, from, neutral } = workers[0]?.mail ?? own
  return {
    contacts: [
      { name: 'contact', value: contact?.words.contact ?? null, onServer: false },
      { name: 'press', value: contact?.words.press ?? null, onServer: false },
      { name: 'donate', value: contact?.words.donate ?? null, onServer: false },
      {
        name: 'privacy',
        value: set.PRIVACY_CONTACT ?? contact?.words.privacy ?? null,
        onServer: set.PRIVACY_CONTACT !== undefined,
      },
      { name: 'corrections', value: set.CORRECTIONS_CONTACT ?? null, onServer: true },
      { name: 'security', value: set.SECURITY_CONTACT ?? null, onServer: true },
    ],
    mail: { driver, from, neutral, leaves: driver !== 'outbox' },
    quiet: quietRule(),
    approvalDelay: set.APPROVAL_DELAY,
    countriesUnnamed: unnamedCountries(),
    solo: SOLO_QUOTA,
    ofNetwork: MAX_PER_HOUR.network,
    keys: { name: keyName(), confirmedAt: confirmed?.at ?? null },
    backups,
  }
}
