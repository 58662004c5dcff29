import { MAX_APPLICATIONS } from '@/lib/coalition/apply'
import { MAX_ASKS } from '@/lib/coalition/ask-to-co-sign/ask-to-co-sign'
import { MAX_MEMBER_LINKS } from '@/lib/coalition/member-access/request-member-link'
import { findSiteText } from '@/lib/coalition/site-texts/find-site-text'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { type CountedLimit, countedLimits, findHits } from '@/lib/integrity/limits/limit-hits'
import { MAX_OF_DOMAIN, MAX_PER_HOUR } from '@/lib/integrity/rate-limits'
import { quietRule } from '@/lib/ledger/batch-schedule/quiet-rule'
import { unnamedCountries } from '@/lib/petitions/unnamed-countries'
import { MAX_ACCESS_LINKS } from '@/lib/self-service/request-access-link'
import { SOLO_QUOTA } from '@/lib/signatures/solo-quota/solo-quota'
import { authorise } from '@/lib/staff/authorise'
import { OPENINGS_A_DAY } from '@/lib/staff/quota/reserve-opening'
import type { Staff } from '@/lib/staff/staff'
import { sourceLocale } from '@/messages/translator'
import { keyName } from './confirm-keys'
import { findWorkerFacts } from './status/system-report'

/** A limit, and how often it was reached today and within seven days (UTC). */
interface LimitFact {
  name: CountedLimit
  /** Several if the limit depends on size. */
  most: number[]
  an: 'hour' | 'day'
  today: number
  week: number
}

/** The limits fixed in the code (docs/security/limits.md). */
const most: Record<CountedLimit, number | number[]> = {
  ...MAX_PER_HOUR,
  domain: Object.values(MAX_OF_DOMAIN).toSorted((a, b) => a - b),
  'access link': MAX_ACCESS_LINKS,
  member_link: MAX_MEMBER_LINKS,
  application: MAX_APPLICATIONS,
  co_sign_ask: MAX_ASKS,
  solo: SOLO_QUOTA,
  opening: OPENINGS_A_DAY,
  search: OPENINGS_A_DAY,
}

const perDay: CountedLimit[] = ['solo', 'opening', 'search']

/** The configuration of the site as this process knows it, without the settings of owners (site-settings.ts). */
export interface SiteFacts {
  /** Public contacts; `onServer` ones are set by the environment, which takes precedence. */
  contacts: {
    name: 'privacy' | 'corrections' | 'security' | 'contact' | 'press' | 'donate'
    value: string | null
    onServer: boolean
  }[]
  mail: { driver: string; from: string; neutral: boolean; leaves: boolean }
  /** In seconds; null: no quiet period. */
  quiet: { least: number; most: number } | null
  /** Seconds between an approval and its execution. */
  approvalDelay: number
  countriesUnnamed: string[]
  limits: LimitFact[]
  keys: { name: string; confirmedAt: Date | null }
  /** Null if no worker has reported backups. */
  backups: { backedUpAt: Date | null; drilledAt: Date | null } | null
}

/** Returns the configuration, without secrets. */
export async function findSiteFacts(by: Staff, now: Date): Promise<SiteFacts> {
  authorise(by, 'settings.read')
  const set = env()
  const subject = `key:${keyName()}`
  const [contact, confirmed, workers, hits] = await Promise.all([
    findSiteText('contact', sourceLocale),
    db().auditEntry.findFirst({ where: { verb: 'keys.confirm', subject }, orderBy: { seq: 'desc' } }),
    findWorkerFacts(now),
    findHits(now),
  ])
  const backups = workers.flatMap((worker) => worker.backups ?? [])[0] ?? null
  // The worker sends mail, so its reported settings take precedence.
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
    limits: countedLimits.map((name) => {
      const an = perDay.includes(name) ? 'day' : 'hour'
      return { name, most: [most[name]].flat(), an, ...hits[name] }
    }),
    keys: { name: keyName(), confirmedAt: confirmed?.at ?? null },
    backups,
  }
}
