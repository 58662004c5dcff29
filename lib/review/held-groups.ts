import { db } from '@/lib/db'
import { networkText } from '@/lib/integrity/network-text'
import { domainIn } from '@/lib/signatures/mail-domains/domain-name'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { isBeingReviewed, isFree, isUndecided } from './claims'
import type { HeldFilter } from './held-filter'

/** The minimum size of a group. */
const MIN_ALIKE = 5
/** The minimum size of a group by a member's link, which honest people share. */
const MIN_OF_LINK = 10
/** Only the longest waiting are grouped, so that a flood does not slow each page of a review. */
export const MAX_GROUPED = 3_000
const MAX_LISTED = 50

/**
 * The trait a group shares: a busy network, a small mail domain on one day, a member's link, or the same flags in one
 * hour (`alike`). The rest is grouped by the same flags on one day (`day`), unless it has a comment or an appeal: those
 * are read one by one.
 */
type GroupKind = 'network' | 'domain' | 'link' | 'alike' | 'day'

/** Free held signatures of one petition with something in common. */
export interface HeldGroup {
  /** Names the group to `claimHeld`. */
  key: string
  kind: GroupKind
  petition: string
  signatures: number
  appeals: number
  from: Date
  /**
   * The network's number, the domain (empty if it cannot be decrypted), the member's code; for the last two kinds,
   * their flags.
   */
  what: string
  /** For the last two kinds: their language, and the member's code if they came by a member's link. */
  locale: string
  via: string | null
}

export interface HeldGroups {
  groups: HeldGroup[]
  /** The signatures in no group. */
  singles: { signatures: number; oldest: Date | null }
}

/** No claim exists: checked before the claims' validity, since most signatures have none. */
const unclaimed = Prisma.sql`(s.petition_id, s.email_index) NOT IN (SELECT petition_id, email_index FROM review_claim)`

/**
 * SQL of held signatures, each with its kind of group (`kind`, the first that fits, or `single`) and the group's key
 * (`key`); `free` if no claim reserves it, `undecided` if it has no decision. Reads the longest waiting in index order,
 * so that a flood is not read whole.
 */
export function groupedHeld(by: Staff, { locale = '', petition = '' }: HeldFilter, now: Date): Prisma.Sql {
  return Prisma.sql`
    WITH oldest AS MATERIALIZED (
      SELECT s.petition_id, s.email_index, s.locale, s.signals, s.via, s.received_at, s.appealed_at, s.network_group,
        s.appealed_at IS NULL AND NOT s.has_comment AS silent, ${unclaimed} OR ${isFree('held', by, now)} AS free,
        ${unclaimed} OR ${isUndecided(now)} AS undecided
      FROM signature s
      WHERE s.state = 'held' AND ${locale} IN ('', s.locale) AND ${petition} IN ('', s.petition_id::text)
        AND (${unclaimed} OR ${isBeingReviewed('held', by, now)})
      ORDER BY s.received_at, s.email_index LIMIT ${MAX_GROUPED}),
    held AS (
      SELECT s.*, ${networkText} AS network, d.domain_index, date_trunc('hour', s.received_at) AS hour,
        date_trunc('day', s.received_at) AS day
      FROM oldest s LEFT JOIN signature_domain d USING (petition_id, email_index)),
    sized AS (SELECT *,
      count(network_group) OVER (PARTITION BY petition_id, network_group) AS of_network,
      count(domain_index) OVER (PARTITION BY petition_id, domain_index, day) AS of_domain,
      count(via) OVER (PARTITION BY petition_id, via, hour) AS of_link
      FROM held),
    related AS (SELECT *, CASE WHEN of_network >= ${MIN_ALIKE} THEN 'network' WHEN of_domain >= ${MIN_ALIKE} THEN 'domain'
      WHEN of_link >= ${MIN_OF_LINK} THEN 'link' END AS relation FROM sized),
    close AS (SELECT *, coalesce(relation, CASE WHEN count(*) FILTER (WHERE relation IS NULL)
      OVER (PARTITION BY petition_id, locale, signals, via, hour) >= ${MIN_ALIKE} THEN 'alike' END) AS closeness FROM related),
    kinds AS (SELECT *, coalesce(closeness, CASE WHEN silent AND count(*) FILTER (WHERE closeness IS NULL AND silent)
      OVER (PARTITION BY petition_id, locale, signals, via, day) >= ${MIN_ALIKE} THEN 'day' ELSE 'single' END) AS kind FROM close)
    SELECT *, md5(concat_ws(' ', petition_id, kind, CASE kind WHEN 'network' THEN network
      WHEN 'domain' THEN concat(encode(domain_index, 'hex'), day) WHEN 'link' THEN concat(via, hour)
      WHEN 'alike' THEN concat_ws(' ', locale, signals, via, hour)
      WHEN 'day' THEN concat_ws(' ', locale, signals, via, day) ELSE encode(email_index, 'hex') END)) AS key FROM kinds`
}

/** SQL predicate on `groupedHeld`: the kinds that match a filter. */
export function isOfKind({ kind }: HeldFilter): Prisma.Sql {
  if (!kind) return Prisma.sql`true`
  return kind === 'flags' ? Prisma.sql`kind IN ('alike', 'day')` : Prisma.sql`kind = ${kind}`
}

/** Returns the groups, the largest first. Decrypts the names of mail domains, no signature. */
export async function listHeldGroups(by: Staff, filter: HeldFilter, now: Date): Promise<HeldGroups> {
  authorise(by, 'signature.review')
  const rows = await db().$queryRaw<Row[]>`
    WITH grouped AS (${groupedHeld(by, filter, now)}),
    found AS (SELECT CASE WHEN kind <> 'single' THEN key END AS key, kind,
      CASE WHEN kind <> 'single' THEN petition_id END AS petition_id, count(*)::int AS signatures,
      count(appealed_at)::int AS appeals, min(received_at) AS "from", min(network) AS network,
      CASE WHEN kind = 'domain' THEN min(encode(domain_index, 'hex')) END AS domain, min(via) AS via, min(signals) AS signals,
      min(locale) AS locale FROM grouped WHERE free AND ${isOfKind(filter)} GROUP BY 1, 2, 3)
    SELECT found.*, p.slug AS petition, m.sealed FROM found LEFT JOIN petition p ON p.id = petition_id
    LEFT JOIN mail_domain m ON m.domain_index = decode(domain, 'hex')
    ORDER BY kind = 'single' DESC, signatures DESC, "from" LIMIT ${MAX_LISTED + 1}`
  const alone = rows.find(({ kind }) => kind === 'single')
  return {
    groups: rows.flatMap(({ key, kind, petition, sealed, network, signals, via, ...row }) =>
      kind === 'single' || key === null || petition === null
        ? []
        : {
            ...row,
            key,
            kind,
            petition,
            via,
            what: { network, domain: domainIn(sealed), link: via, alike: signals, day: signals }[kind] ?? '',
          },
    ),
    singles: { signatures: alone?.signatures ?? 0, oldest: alone?.from ?? null },
  }
}

interface Row extends Omit<HeldGroup, 'key' | 'kind' | 'petition' | 'what'> {
  key: string | null
  kind: GroupKind | 'single'
  petition: string | null
  network: string | null
  signals: string
  sealed: Uint8Array | null
}
